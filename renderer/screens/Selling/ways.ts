/** How the amount can be asked for. Choosing is getting ready; nothing leaves the till. */

import type { CashierView } from '../../../app/contract/view.ts';
import type { View } from '../../stores/viewStore.ts';
import type { Texts } from '../../text/index.ts';
import { anyWallet } from '../../text/wallet.ts';
import type { PaymentBody } from './modelTypes.ts';

/** A push needs somebody to push to; a code that is still being read tells no number yet. */
export function mayPush(view: Pick<CashierView, 'customer' | 'sale'>): boolean {
  return view.customer !== null && view.sale !== null && view.customer.masked !== '•••';
}

/** The cashier's choice where it is possible; else the phone, and a QR where the phone was just refused. */
export function chosenWay(view: Pick<CashierView, 'customer' | 'sale'>, wanted: View['way']): 'push' | 'qr' {
  if (!mayPush(view)) return 'qr';
  if (wanted !== null) return wanted;
  const said = view.sale?.payment?.says.key;
  const phoneRefused =
    said === 'payment.refused.pushNotAllowed' ||
    said === 'payment.refused.cannotSendToNumber' ||
    said === 'payment.refused.codeRefused';
  return phoneRefused ? 'qr' : 'push';
}

export function waysBody(given: {
  readonly view: CashierView;
  readonly window: View;
  readonly text: Texts;
  readonly now: number;
}): Extract<PaymentBody, { kind: 'ways' }> {
  const { view, window, text, now } = given;
  const t = text.selling;
  const pushable = mayPush(view);
  return {
    kind: 'ways',
    chosen: chosenWay(view, window.way),
    choices: [
      {
        value: 'push',
        name: t.ways.push,
        description: pushable
          ? t.waySays.push(text.wallet, view.customer?.masked ?? '')
          : t.waySays.pushFirst,
        icon: 'phone',
        off: !pushable,
      },
      {
        value: 'qr',
        name: t.ways.qr,
        description: t.waySays.qr(anyWallet(text.market, now, t.or)),
        icon: 'qr',
        keycap: 'F5',
      },
      { value: 'phone', name: t.ways.phone, description: t.waySays.phone, icon: 'keyboard', keycap: 'F4' },
    ],
  };
}
