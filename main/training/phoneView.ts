/** What one simulated phone shows, as data, and what its owner can do with it. */

import { z } from 'zod';
import { assertNever } from '../../app/kernel/assertNever.ts';
import type { CheckIns } from './checkIn.ts';
import type { Customers } from './customers.ts';
import type { Logins } from './logins.ts';
import type { CallbackQrs } from './merchantCallbackQr.ts';
import type { Settled } from './options.ts';
import type { Money } from './paymentBodies.ts';
import type { Payment, Payments } from './payments.ts';
import type { Phones } from './phones.ts';
import type { PersonalCodes } from './qr.ts';
import { qrSvg } from './qrImageFiles.ts';
import { receiptTotal } from './receipt.ts';

export interface PhonePayment {
  readonly reference: string;
  readonly amount: Money;
  readonly state: string;
  readonly captured: number;
  readonly cancelled: number;
  readonly refunded: number;
  readonly merchant: string;
  readonly description: string | null;
  /** Epoch milliseconds when the request dies. */
  readonly until: number;
  /** Empty when the lines do not add up to the amount: the app hides them (payments.md 4.6). */
  readonly orderLines: readonly {
    readonly name: string;
    readonly quantity: string;
    readonly total: number;
  }[];
  /** Why the bank refused the last attempt, if it did. */
  readonly bankRefusal: string | null;
}

export interface PhoneView {
  readonly number: string;
  readonly personalQr: { readonly text: string; readonly svg: string };
  readonly checkIn: { readonly clubName: string } | null;
  readonly login: {
    readonly authReqId: string;
    readonly bindingMessage: string | null;
    readonly scopes: readonly string[];
    readonly clubName: string;
    readonly until: number;
  } | null;
  /** Open requests first, then the last settled ones. */
  readonly payments: readonly PhonePayment[];
  /** Codes of the store that this phone could point its camera at. */
  readonly inSight: readonly {
    readonly text: string;
    readonly what: 'payment' | 'store';
    readonly label: string;
  }[];
}

export const phoneAct = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('approvePayment'), reference: z.string() }),
  z.strictObject({ kind: z.literal('declinePayment'), reference: z.string() }),
  z.strictObject({ kind: z.literal('approveLogin') }),
  z.strictObject({ kind: z.literal('declineLogin') }),
  /** A one-time payment code (its address or its token) or a store's static code. */
  z.strictObject({ kind: z.literal('scanQr'), text: z.string().min(1).max(500) }),
  z.strictObject({ kind: z.literal('newPersonalQr') }),
]);
export type PhoneAct = z.infer<typeof phoneAct>;

/** `tooYoung`: below the payment's `minimumUserAge`. How the app says so is not published. */
export type PhoneActOutcome = 'done' | 'tooLate' | 'tooYoung' | 'bankRefused' | 'notFound' | 'shopSilent';

export interface PhoneNeeds {
  readonly settled: Settled;
  readonly customers: Customers;
  readonly phones: Phones;
  readonly codes: PersonalCodes;
  readonly callbackQrs: CallbackQrs;
  readonly payments: Payments;
  readonly logins: Logins;
  readonly checkIns: CheckIns;
}

const settledShown = 3;

export function phoneView(phone: string, needs: PhoneNeeds): PhoneView {
  const { settled, codes, callbackQrs, payments, logins, checkIns } = needs;
  const text = codes.textFor(phone);
  const mine = payments.all().filter((one) => one.phone === phone);
  const open = mine.filter((one) => one.standing.state === 'CREATED');
  const closed = mine.filter((one) => one.standing.state !== 'CREATED').slice(-settledShown);
  const login = logins.openFor(phone).at(-1);
  const notice = checkIns.noticeFor(phone);
  const unclaimed = payments.all().filter((one) => one.phone === null && one.standing.state === 'CREATED');
  return {
    number: phone,
    personalQr: { text, svg: qrSvg(text) ?? '' },
    checkIn: notice ? { clubName: notice.clubName } : null,
    login: login
      ? {
          authReqId: login.authReqId,
          bindingMessage: login.bindingMessage,
          scopes: login.scopes,
          clubName: settled.salesUnit.clubName,
          until: login.expiresAt,
        }
      : null,
    payments: [...open, ...closed.reverse()].map((one) => phonePayment(one, settled)),
    inSight: [
      ...unclaimed.map((one) => ({
        text: one.token,
        what: 'payment' as const,
        label: one.reference,
        amount: one.request.amount,
      })),
      ...callbackQrs.all().map((one) => ({
        text: one.content,
        what: 'store' as const,
        label: one.locationDescription,
        amount: null,
      })),
    ],
  };
}

function phonePayment(payment: Payment, settled: Settled): PhonePayment {
  const { request, standing } = payment;
  const { receipt } = request;
  const addsUp = receipt !== undefined && receiptTotal(receipt) === request.amount.value;
  return {
    reference: payment.reference,
    amount: request.amount,
    state: standing.processing ? 'PROCESSING' : standing.state,
    captured: standing.captured,
    cancelled: standing.cancelled,
    refunded: standing.refunded,
    merchant: settled.salesUnit.name,
    description: request.paymentDescription ?? null,
    until: payment.expiresAt,
    orderLines: addsUp
      ? receipt.orderLines.map((line) => ({
          name: line.name,
          quantity: line.unitInfo?.quantity ?? '1',
          total: line.isReturn ? -line.totalAmount : line.totalAmount,
        }))
      : [],
    bankRefusal: payment.bankRefusals.at(-1) ?? null,
  };
}

/** Carries out what the owner of a phone does. */
export function actOnPhone(phone: string, act: PhoneAct, needs: PhoneNeeds): PhoneActOutcome {
  const { payments, logins, codes, phones } = needs;
  switch (act.kind) {
    case 'approvePayment':
    case 'declinePayment': {
      const payment = payments.find(act.reference);
      if (payment?.phone !== phone) return 'notFound';
      if (payment.standing.state !== 'CREATED') return 'tooLate';
      if (act.kind === 'declinePayment') return payments.decline(act.reference) ? 'done' : 'tooLate';
      return payments.approve(act.reference) ? 'done' : 'bankRefused';
    }
    case 'approveLogin':
    case 'declineLogin': {
      const login = logins.openFor(phone).at(-1);
      if (!login) return 'notFound';
      const done =
        act.kind === 'approveLogin' ? logins.approve(login.authReqId) : logins.refuse(login.authReqId);
      return done ? 'done' : 'tooLate';
    }
    case 'scanQr':
      return scan(phone, act.text, needs);
    case 'newPersonalQr':
      codes.renew(phone);
      phones.changed(phone);
      return 'done';
    default:
      return assertNever(act);
  }
}

function scan(phone: string, text: string, needs: PhoneNeeds): PhoneActOutcome {
  const token = /[?&]token=([\w-]+)/.exec(text)?.[1] ?? text;
  const payment = needs.payments.byToken(token);
  if (payment) {
    if ((payment.request.minimumUserAge ?? 0) > needs.customers.personOf(phone).age) return 'tooYoung';
    return needs.payments.scanned(token, phone) ? 'done' : 'tooLate';
  }
  const outcome = needs.callbackQrs.scanned(text, phone);
  return outcome === 'checkedIn' ? 'done' : outcome;
}
