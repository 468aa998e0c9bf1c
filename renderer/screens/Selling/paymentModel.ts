/** The Payment station: what the payment is doing, whether money moved, and what can be done about it. */

import type { CashierView, PaymentView } from '../../../app/contract/view.ts';
import { assertNever } from '../../../app/kernel/assertNever.ts';
import type { Tone } from '../../components/Chip.tsx';
import type { IconName } from '../../components/Icon.tsx';
import type { StationMark } from '../../components/Station.tsx';
import type { View } from '../../stores/viewStore.ts';
import { clockWithSeconds, type Texts, withUnit } from '../../text/index.ts';
import { type Face, mayAsk } from './face.ts';
import type { PaymentBody, PaymentModel } from './modelTypes.ts';
import { checkingBody, helpsBody, watchFoot, watchingBody } from './paymentBodies.ts';
import { endOf, paidRows, stepRows } from './paymentSteps.ts';
import { waysBody } from './ways.ts';

export interface PaymentGiven {
  readonly view: CashierView;
  readonly window: View;
  readonly face: Face;
  readonly text: Texts;
  readonly now: number;
}

const bare: Omit<PaymentModel, 'headline'> = {
  mark: 'toCome',
  icon: 'money',
  sheet: false,
  chip: null,
  look: 'plain',
  live: 'status',
  amount: null,
  sentence: null,
  money: null,
  body: { kind: 'sentence' },
  foot: [],
  reference: null,
  fault: null,
};

export function paymentModel(given: PaymentGiven): PaymentModel {
  const { fault } = given.window;
  return { ...stationOf(given), fault: fault?.at === 'payment' ? fault.fault : null };
}

function stationOf(given: PaymentGiven): PaymentModel {
  const { view, face, text } = given;
  const t = text.selling;
  const payment = view.sale?.payment ?? null;
  switch (face) {
    case 'newSale':
      return { ...bare, headline: t.nothingToPay, look: 'quiet', sentence: t.nothingToPaySays };
    case 'ready':
      return ready(given);
    case 'offline':
      return {
        ...bare,
        mark: 'attention',
        icon: 'offline',
        sheet: true,
        chip: { icon: 'offline', tone: 'attn', children: t.states.offline },
        headline: t.needsNetwork(text.wallet),
        sentence: t.needsNetworkSays,
        // Said only where it is certain: a parked sale or one that waits may have a payment of its own.
        foot:
          view.attention.length + view.parked.count === 0 ? [{ icon: 'proven', words: t.nothingLost }] : [],
      };
    case 'paidElsewhere':
      return {
        ...bare,
        mark: 'succeeded',
        icon: 'done',
        sheet: true,
        chip: { icon: 'done', children: t.states.elsewhere },
        headline: t.paidElsewhere[view.sale?.paidElsewhere ?? 'other'],
        amount: view.sale?.total ?? null,
        sentence: t.paidElsewhereSays,
      };
    default:
      if (payment === null) return ready(given);
      return ofPayment(payment, face, given);
  }
}

function ready({ view, window, text, now }: PaymentGiven): PaymentModel {
  const t = text.selling;
  const body = waysBody({ view, window, text, now });
  const whom = view.customer?.masked ?? '';
  return {
    ...bare,
    mark: 'current',
    icon: 'forward',
    sheet: true,
    chip: { icon: 'chosen', children: t.states.ready },
    headline: body.chosen === 'push' ? t.readyToAsk(whom) : t.payWithQr,
    body,
  };
}

interface Dress {
  readonly mark: StationMark;
  readonly icon: IconName;
  readonly tone: Tone;
  readonly chipIcon: IconName;
  readonly state: keyof Texts['selling']['states'];
}

type PaymentFace = Exclude<Face, 'newSale' | 'ready' | 'offline' | 'paidElsewhere'>;

function dressOf(face: PaymentFace): Dress {
  switch (face) {
    case 'sending':
      return { mark: 'working', icon: 'waiting', tone: 'wait', chipIcon: 'send', state: 'sending' };
    case 'waiting':
      return { mark: 'working', icon: 'waiting', tone: 'wait', chipIcon: 'waiting', state: 'waiting' };
    case 'checking':
      return { mark: 'stop', icon: 'stop', tone: 'wait', chipIcon: 'again', state: 'checking' };
    case 'approved':
    case 'captureDelayed':
      return { mark: 'succeeded', icon: 'done', tone: 'wait', chipIcon: 'waiting', state: 'capturing' };
    case 'paid':
      return { mark: 'succeeded', icon: 'done', tone: 'ok', chipIcon: 'done', state: 'paid' };
    case 'paidInPart':
      return { mark: 'stop', icon: 'stop', tone: 'problem', chipIcon: 'attention', state: 'manager' };
    case 'refunded':
      return { mark: 'finished', icon: 'released', tone: 'neutral', chipIcon: 'released', state: 'refunded' };
    case 'declined':
      return { mark: 'attention', icon: 'close', tone: 'attn', chipIcon: 'declined', state: 'declined' };
    case 'expired':
      return { mark: 'attention', icon: 'ranOut', tone: 'attn', chipIcon: 'ranOut', state: 'expired' };
    case 'refused':
      return { mark: 'attention', icon: 'attention', tone: 'attn', chipIcon: 'attention', state: 'refused' };
    case 'cancelling':
      return { mark: 'working', icon: 'waiting', tone: 'wait', chipIcon: 'waiting', state: 'cancelling' };
    case 'cancelled':
      return { mark: 'current', icon: 'close', tone: 'neutral', chipIcon: 'cancelled', state: 'cancelled' };
    case 'releasing':
      return { mark: 'working', icon: 'released', tone: 'wait', chipIcon: 'released', state: 'releasing' };
    case 'released':
      return { mark: 'attention', icon: 'released', tone: 'attn', chipIcon: 'released', state: 'released' };
    default:
      return assertNever(face);
  }
}

function ofPayment(payment: PaymentView, face: PaymentFace, given: PaymentGiven): PaymentModel {
  const { view, window, text, now } = given;
  const dress = dressOf(face);
  const helping = window.layer === 'notArrived' && face === 'waiting';
  const said = text.says(wordsFor(payment, face), {
    sum: withUnit(payment.amount),
    time: clockWithSeconds(endOf(payment) ?? now),
  });
  const t = text.selling;
  return {
    ...bare,
    mark: dress.mark,
    icon: dress.icon,
    sheet: true,
    chip: { icon: dress.chipIcon, tone: dress.tone, children: t.states[dress.state] },
    headline: helping ? (payment.via === 'qr' ? t.qrHelp : t.pushHelp) : said.says,
    look: lookOf(face),
    live: face === 'checking' || face === 'paid' || face === 'paidInPart' ? 'alert' : 'status',
    amount: showsAmount(face) ? (face === 'paidInPart' ? payment.captured : payment.amount) : null,
    sentence: sentenceOf(face, said.next ?? null),
    money: moneyOf(face, said.money),
    body: bodyOf(face, helping, { ...given, payment, said }),
    foot: face === 'waiting' && !helping ? watchFoot(payment, view, text, now) : [],
    reference: face === 'checking' || face === 'paidInPart' ? payment.reference : null,
  };
}

/** A payment that is in doubt says so, even where its own sentence does not yet. */
function wordsFor(payment: PaymentView, face: PaymentFace): PaymentView['says'] {
  const { says } = payment;
  if (face !== 'checking' || says.key.startsWith('payment.checking')) return says;
  if (says.key === 'payment.sending') return { ...says, key: 'payment.checkingCreate' };
  if (says.key === 'payment.approved') return { ...says, key: 'payment.checkingCapture' };
  return { ...says, key: 'payment.silent' };
}

function lookOf(face: PaymentFace): PaymentModel['look'] {
  if (face === 'checking' || face === 'paidInPart') return 'problem';
  if (face === 'paid') return 'paid';
  return face === 'waiting' || face === 'sending' ? 'plain' : 'large';
}

function showsAmount(face: PaymentFace): boolean {
  return ['approved', 'captureDelayed', 'paid', 'paidInPart', 'refunded'].includes(face);
}

function sentenceOf(face: PaymentFace, next: string | null): string | null {
  // While waiting the sentence is what to say aloud, and paid needs no more words than its rows.
  return face === 'waiting' || face === 'checking' || face === 'paid' ? null : next;
}

function moneyOf(face: PaymentFace, words: string | undefined): PaymentModel['money'] {
  if (words === undefined || face === 'checking') return null;
  if (face === 'captureDelayed' || face === 'paidInPart') return { tone: 'attn', words };
  return { tone: face === 'releasing' ? 'wait' : 'ok', words };
}

interface BodyGiven extends PaymentGiven {
  readonly payment: PaymentView;
  readonly said: { readonly next?: string; readonly money?: string };
}

function bodyOf(face: PaymentFace, helping: boolean, given: BodyGiven): PaymentBody {
  const { view, window, payment, text, now, said } = given;
  if (helping) return helpsBody(payment, view, text);
  if (face === 'waiting') return watchingBody(payment, view, text, said.next ?? '');
  if (face === 'checking')
    return checkingBody(payment, text, now, { lead: said.money ?? '', next: said.next ?? '' });
  if (face === 'approved' || face === 'captureDelayed' || face === 'releasing' || face === 'cancelling') {
    return { kind: 'steps', rows: stepRows(payment, text, { open: face }) };
  }
  if (face === 'paid') return { kind: 'steps', rows: paidRows(payment, text) };
  if (face === 'released') return { kind: 'steps', rows: stepRows(payment, text, { open: null }) };
  if (face === 'paidInPart' || face === 'refunded') {
    return { kind: 'steps', rows: stepRows(payment, text, { open: null }) };
  }
  return mayAsk(face) ? waysBody({ view, window, text, now }) : { kind: 'sentence' };
}
