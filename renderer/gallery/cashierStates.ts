/** The cashier's screen in every state, as the till would tell it. */

import type { AttentionView, CashierView, CustomerView } from '../../app/contract/view.ts';
import { arrivalStates } from './cashierArrivalStates.ts';
import {
  at,
  base,
  bigBasket,
  type CashierPicture,
  drill,
  found,
  guest,
  kari,
  nok,
  parkedSales,
  paying,
  sale,
  sent,
  smallBasket,
  specimen,
  steps,
} from './cashierParts.ts';

const invited: CustomerView = {
  ...guest,
  enrolment: {
    state: 'waiting',
    bindingMessage: '4MZ-CQ3',
    until: at(14, 36, 0),
    says: { key: 'enrolment.waiting' },
  },
};
const ready: CashierView = { ...base, customer: kari, sale: sale(bigBasket, true) };
const noCustomer: CashierView = { ...base, sale: sale(smallBasket, false) };
const tried = new Date(2026, 10, 23, 14, 31, 30).getTime();
const waiting: readonly AttentionView[] = [
  {
    kind: 'attention.captureWaits',
    saleId: 's98',
    says: { key: 'attention.captureWaits', with: { number: '01-000098', sum: nok(78400) } },
    since: at(13, 12, 0),
    why: { fault: 'rejected', code: '6260' },
    action: 'retry',
  },
  {
    kind: 'attention.receiptWaits',
    saleId: 's140',
    says: { key: 'attention.receiptWaits', with: { number: '01-000140', sum: nok(111800) } },
    since: at(14, 28, 5),
    why: { fault: 'noAnswer', code: null },
    action: 'retry',
  },
  {
    kind: 'attention.parkedPaid',
    saleId: 's141',
    says: { key: 'attention.parkedPaid', with: { number: '01-000141', sum: nok(34900) } },
    since: null,
    why: null,
    action: 'recall',
  },
];
const training = { ...base.till, profile: 'training' } as const;

export const cashierStates: Readonly<Record<string, CashierPicture>> = {
  'new-sale': { state: base },
  'not-a-member': { state: { ...base, customer: guest, sale: sale(smallBasket, false) } },
  'invitation-sent': { state: { ...base, customer: invited, sale: sale(smallBasket, false) } },
  'said-no': {
    state: {
      ...base,
      customer: {
        ...invited,
        enrolment: {
          state: 'refused',
          bindingMessage: '4MZ-CQ3',
          until: at(14, 36, 0),
          says: { key: 'enrolment.refused' },
        },
      },
      sale: sale(smallBasket, false),
    },
  },
  joined: {
    state: {
      ...ready,
      customer: {
        ...kari,
        enrolment: {
          state: 'joined',
          bindingMessage: '4MZ-CQ3',
          until: at(14, 36, 0),
          says: { key: 'enrolment.joined' },
        },
      },
    },
  },
  member: { state: ready },
  'member-first': { state: { ...base, customer: kari, sale: sale([], true) } },
  typed: { state: { ...ready, customer: { ...kari, proof: 'typed', member: null, status: 'notMember' } } },
  looking: { state: { ...base, customer: { ...guest, status: 'checking' }, sale: sale(smallBasket, false) } },
  'registry-down': {
    state: { ...base, customer: { ...guest, status: 'unknown' }, sale: sale(smallBasket, false) },
  },
  'no-customer': { state: noCustomer },
  sending: { state: paying('intended', 'payment.sending', { steps: [] }) },
  waiting: { state: paying('waiting', 'payment.waiting') },
  'waiting-qr': { state: paying('waiting', 'payment.waitingQr', { via: 'qr', qrImage: specimen }) },
  'last-quarter': {
    state: paying('waiting', 'payment.lastQuarter', {
      says: { key: 'payment.lastQuarter', with: { minutes: 2 } },
    }),
  },
  'not-arrived': { state: paying('waiting', 'payment.waiting'), view: { layer: 'notArrived' } },
  approved: {
    state: paying('approved', 'payment.approved', {
      steps: steps(...sent, ['step.approved', at(14, 31, 52)]),
    }),
  },
  'capture-delayed': {
    state: paying('approved', 'payment.captureDelayed', {
      steps: steps(...sent, ['step.approved', at(14, 31, 52)]),
    }),
  },
  paid: {
    state: paying('captured', 'payment.paid', {
      steps: steps(...sent, ['step.approved', at(14, 31, 52)], ['step.captured', at(14, 31, 53)]),
    }),
  },
  'receipt-later': {
    state: paying('captured', 'payment.paidReceiptLater', {
      steps: steps(...sent, ['step.approved', at(14, 31, 52)], ['step.captured', at(14, 31, 53)]),
    }),
  },
  'paid-in-part': { state: paying('captured', 'payment.capturedInPart', { captured: nok(100000) }) },
  declined: {
    state: paying('declined', 'payment.declined', {
      steps: steps(...sent, ['step.declined', at(14, 31, 58)]),
    }),
  },
  'ran-out': { state: paying('expired', 'payment.expired') },
  cancelling: {
    state: paying('cancelling', 'payment.cancelling', {
      steps: steps(...sent, ['step.cancelRequested', at(14, 32, 9)]),
    }),
  },
  cancelled: {
    state: paying('cancelled', 'payment.cancelled', {
      steps: steps(...sent, ['step.cancelled', at(14, 32, 10)]),
    }),
  },
  released: {
    state: paying('cancelled', 'payment.released', {
      steps: steps(
        ...sent,
        ['step.cancelRequested', at(14, 32, 9)],
        ['step.approved', at(14, 32, 10)],
        ['step.released', at(14, 32, 12)],
      ),
    }),
  },
  refused: { state: paying('refused', 'payment.refused.cannotSendToNumber') },
  unknown: {
    state: paying('intended', 'payment.checkingCreate', { checking: true, nextCheckAt: at(14, 32, 4) }),
  },
  'unknown-silent': {
    state: {
      ...paying('intended', 'payment.checkingCreate', { checking: true, nextCheckAt: at(14, 32, 4) }),
      service: { state: 'down', since: at(14, 31, 0), webhooks: 'none', storeCode: 'idle' },
    },
  },
  'waiting-silent': {
    state: {
      ...paying('waiting', 'payment.waiting'),
      service: { state: 'down', since: at(14, 31, 0), webhooks: 'none', storeCode: 'idle' },
    },
  },
  'paid-elsewhere': {
    state: {
      ...base,
      customer: kari,
      sale: sale(bigBasket, true, { state: 'paidElsewhere', paidElsewhere: 'card' }),
    },
  },
  'scanner-unplugged': {
    state: { ...base, devices: { ...base.devices, scanner: { state: 'lost', name: null, away: 0 } } },
  },
  offline: {
    state: {
      ...noCustomer,
      service: { state: 'down', since: at(14, 29, 0), webhooks: 'none', storeCode: 'idle' },
    },
  },
  recovered: {
    state: {
      ...paying('waiting', 'payment.waiting'),
      attention: [
        {
          kind: 'attention.recovered',
          saleId: 's1',
          says: { key: 'attention.recovered', with: { number: '01-000142' } },
          since: null,
          why: null,
          action: null,
        },
      ],
    },
  },
  search: { state: noCustomer, view: { layer: 'search', searchText: 'term', found, foundFor: 'term' } },
  quantity: { state: ready, view: { layer: 'quantity', chosenLine: 'l1', quantityDigits: '6' } },
  phone: { state: base, view: { layer: 'phone', phoneDigits: '4123446' } },
  parked: { state: noCustomer, view: { layer: 'parked', parkedSales } },
  elsewhere: { state: ready, view: { layer: 'elsewhere' } },
  help: { state: ready, view: { layer: 'help' } },
  attention: { state: { ...ready, attention: waiting }, view: { layer: 'attention', tried: { s98: tried } } },
  'attention-new-sale': { state: { ...base, attention: waiting.slice(0, 2) }, view: { layer: 'attention' } },
  'attention-none': { state: ready, view: { layer: 'attention' } },
  'other-phone': {
    state: paying('waiting', 'payment.waiting'),
    view: { layer: 'otherPhone', phoneDigits: '4123' },
  },
  'other-phone-sending': {
    state: paying('cancelling', 'payment.cancelling', {
      steps: steps(...sent, ['step.cancelRequested', at(14, 32, 9)]),
    }),
    view: { layer: 'otherPhone', phoneDigits: '41234567', pending: 'resendTo' },
  },
  'elsewhere-waiting': { state: paying('waiting', 'payment.waiting'), view: { layer: 'elsewhere' } },
  'elsewhere-calling-off': {
    state: paying('cancelling', 'payment.cancelling', {
      steps: steps(...sent, ['step.cancelRequested', at(14, 32, 9)]),
    }),
    view: { layer: 'elsewhere', pending: 'paidElsewhere' },
  },
  'paid-after-all': {
    state: paying('captured', 'payment.paid', {
      steps: steps(...sent, ['step.approved', at(14, 31, 52)], ['step.captured', at(14, 31, 53)]),
    }),
    view: { fault: { fault: { kind: 'paidAfterAll' }, at: 'payment' } },
  },
  ...arrivalStates,
  menu: { state: ready, view: { menuOpen: true } },
  training: {
    state: { ...ready, till: training, trainingPhone: 'http://127.0.0.1:4100/phone' },
    view: { chosenLine: 'l1' },
  },
  'training-new': { state: { ...base, till: training } },
  'drill-armed': { state: { ...ready, till: training, drill: drill('armed', 0) } },
  'drill-recovering': {
    state: { ...paying('approved', 'payment.approved'), till: training, drill: drill('recovering', 1) },
  },
  'drill-whole': {
    state: { ...paying('captured', 'payment.paid'), till: training, drill: drill('whole', 4) },
  },
  'drill-broken': {
    state: { ...paying('captured', 'payment.paid'), till: training, drill: drill('broken', 4) },
  },
  'parked-paid': { state: { ...base, parked: { count: 2, paid: 1, notPaid: 0 } } },
  'fault-basket': {
    state: noCustomer,
    view: { fault: { fault: { kind: 'unknownProduct', text: '7038010099999' }, at: 'basket' } },
  },
  'fault-payment': {
    state: ready,
    view: {
      fault: {
        fault: { kind: 'rejected', service: { api: 'epayment', status: 400, code: '1042' } },
        at: 'payment',
      },
    },
  },
  'fault-page': { state: ready, view: { fault: { fault: { kind: 'doorClosed' }, at: 'page' } } },
  'fault-customer': { state: base, view: { fault: { fault: { kind: 'codeRefused' }, at: 'customer' } } },
  removed: { state: ready, view: { removed: { sku: '1', name: 'Gasspatron 230 g', quantity: 2 } } },
};
