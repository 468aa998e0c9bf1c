/** The customers of a simulated world. */

import type { Msisdn } from '../../app/domain/msisdn.ts';

export interface Person {
  readonly phone: Msisdn;
  readonly name: string;
  /** What this person answers when asked to join the club. */
  readonly joins: boolean;
}

export const people: readonly Person[] = [
  { phone: '4791234567' as Msisdn, name: 'Kari', joins: true },
  { phone: '4745454545' as Msisdn, name: 'Ola', joins: true },
  { phone: '4540404040' as Msisdn, name: 'Mette', joins: false },
  { phone: '358401234567' as Msisdn, name: 'Aino', joins: true },
];
