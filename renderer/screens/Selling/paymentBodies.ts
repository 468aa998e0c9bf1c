/** What stands inside the Payment station while something is going on: watching, helping, checking. */

import type { CashierView, PaymentView } from '../../../app/contract/view.ts';
import { clockWithSeconds, type Texts, withUnit } from '../../text/index.ts';
import { fill } from '../../text/language.ts';
import { around } from './emphasised.ts';
import type { CheckingFact, HelpRow, PaymentBody, PaymentModel } from './modelTypes.ts';
import { sentAt } from './paymentSteps.ts';

/** A reading older than this is not "just checked" any more: the foot tells when the next one comes. */
const staleMs = 8000;

export function watchingBody(payment: PaymentView, view: CashierView, text: Texts, say: string): PaymentBody {
  const t = text.selling;
  const sum = withUnit(payment.amount);
  const byQr = payment.via === 'qr';
  const onScreen = view.devices.customerScreen === 'on' ? t.onTheScreen : t.onThisScreen;
  return {
    kind: 'watching',
    sketch: byQr ? null : { store: view.till.store, sum },
    qrImage: byQr ? payment.qrImage : null,
    there: byQr ? onScreen : t.onThePhone,
    what: around(byQr ? t.codeFor : t.requestFrom(view.till.store), sum),
    say,
  };
}

/** "Sent 14:31:40 · Checked 1 s ago"; in the last quarter the minutes left take the place of when it was sent. */
export function watchFoot(
  payment: PaymentView,
  view: CashierView,
  text: Texts,
  now: number,
): PaymentModel['foot'] {
  const t = text.selling;
  const sent = sentAt(payment);
  const { minutes } = payment.says.with ?? {};
  const first =
    payment.says.key === 'payment.lastQuarter' && typeof minutes === 'number'
      ? [{ icon: 'ranOut' as const, words: t.minutesLeft(minutes) }]
      : sent === null
        ? []
        : [{ icon: 'send' as const, words: t.sent(clockWithSeconds(sent)) }];
  const { checkedAt, nextCheckAt } = payment;
  const age = checkedAt === null ? null : Math.max(0, now - Date.parse(checkedAt));
  const failing = view.service.state === 'down' || (age !== null && age > staleMs);
  if (failing && nextCheckAt !== null) {
    return [...first, { icon: 'again', words: t.checkingAgain(secondsUntil(nextCheckAt, now)) }];
  }
  if (age === null) return first;
  return [...first, { icon: 'signal', words: t.checkedAgo(Math.round(age / 1000)), breathes: true }];
}

export function helpsBody(payment: PaymentView, view: CashierView, text: Texts): PaymentBody {
  const t = text.selling;
  const words = (key: keyof typeof t.helps): { name: string; sentence: string } => {
    const [name = '', sentence = ''] = t.helps[key];
    return { name: fill(name, { w: text.wallet }), sentence };
  };
  const open: HelpRow = { key: 'open', icon: 'phone', ...words('open'), keycap: null, action: null };
  const qr: HelpRow = {
    key: 'qr',
    icon: 'qr',
    ...words('qr'),
    keycap: 'F5',
    action: { do: 'resend', via: 'qr' },
  };
  const number: HelpRow = {
    key: 'number',
    icon: 'keyboard',
    ...words('number'),
    keycap: 'F4',
    action: { do: 'open', layer: 'otherPhone' },
  };
  const again: HelpRow = {
    key: 'again',
    icon: 'again',
    ...words('again'),
    keycap: 'F9',
    action: { do: 'resend', via: payment.via },
  };
  if (payment.via === 'push') return { kind: 'helps', rows: [open, qr, number, again] };
  const push: HelpRow = {
    key: 'push',
    icon: 'phone',
    name: t.sendAsPush,
    sentence: t.sendAsPushSays,
    keycap: null,
    action: { do: 'resend', via: 'push' },
  };
  return { kind: 'helps', rows: [...(view.customer === null ? [] : [push]), number, again] };
}

export function checkingBody(
  payment: PaymentView,
  text: Texts,
  now: number,
  words: { readonly lead: string; readonly next: string },
): PaymentBody {
  const t = text.selling;
  const facts: CheckingFact[] = [];
  if (payment.nextCheckAt !== null) {
    const seconds = secondsUntil(payment.nextCheckAt, now);
    facts.push({ key: 'next', icon: 'again', words: seconds > 0 ? t.asksAgain(seconds) : t.asksNow });
  }
  if (Date.parse(payment.until) > now && payment.state !== 'approved') {
    facts.push({ key: 'until', icon: 'waiting', words: t.knownBy(clockWithSeconds(payment.until)) });
  }
  return { kind: 'checking', lead: words.lead, next: words.next, facts };
}

function secondsUntil(at: string, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(at) - now) / 1000));
}
