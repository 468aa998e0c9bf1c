/** Whom to ask about a machine that cannot go on, and what to say: one list for the glass and for the voice. */

import type { MachineView } from '../../../app/contract/view.ts';
import { ownCodes } from '../../../app/domain/vending.ts';
import type { KioskText } from '../../text/kiosk.ts';
import { phoneNumber } from '../../text/phoneNumber.ts';

export interface OperatorSays {
  readonly asks: string;
  readonly facts: readonly { readonly what: string; readonly is: string }[];
}

/** `null` while it is in order, and where it is only empty. */
export function operatorOf(
  machine: Pick<MachineView, 'code' | 'name' | 'operatorPhone'>,
  t: KioskText,
): OperatorSays | null {
  const { code, name, operatorPhone: phone } = machine;
  if (code === null || code === ownCodes.soldOut) return null;
  const facts = [
    { what: t.machine, is: name },
    { what: t.code, is: code },
  ];
  if (phone === null) return { asks: t.ask, facts };
  return { asks: t.call, facts: [{ what: t.phone, is: phoneNumber(phone) }, ...facts] };
}
