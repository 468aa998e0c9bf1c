/** Who is asking. A window or client gets the calls and the state of its audience and nothing else. */

export type Audience = 'cashier' | 'manager' | 'kiosk' | 'display';

export const audiences: readonly Audience[] = ['cashier', 'manager', 'kiosk', 'display'];

/** A manager may do all that a cashier may; the display only reads. */
export function mayDo(asking: Audience, allowed: readonly Audience[]): boolean {
  return allowed.includes(asking) || (asking === 'manager' && allowed.includes('cashier'));
}
