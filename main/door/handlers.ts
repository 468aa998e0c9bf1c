/**
 * What each call of the contract does: one line per call. A call without a handler does not compile, nor does one
 * whose answer is not the contract's. Nothing is decided here.
 */

import type { Audience } from '../../app/contract/audience.ts';
import type { CallInput, CallName, CallOutput } from '../../app/contract/calls.ts';
import type { Product } from '../../app/domain/product.ts';
import type { Result } from '../../app/kernel/result.ts';
import { ok } from '../../app/kernel/result.ts';
import type { Till } from '../../app/till.ts';
import { parkedList } from './parkedList.ts';
import { recordCalls } from './recordCalls.ts';

type Answer<K extends CallName> = Result<CallOutput<K>> | Promise<Result<CallOutput<K>>>;

/** `asking`: one who may make the call; some may do less with it than others. */
export type Handlers = {
  readonly [K in CallName]: (input: CallInput<K>, asking: Audience) => Answer<K>;
};

/** The calls that are not the till's alone: scans, settings, devices, imports, the simulated customer. */
export type HouseCallName = Extract<
  CallName,
  | 'scan'
  | 'unlock'
  | 'pin.set'
  | 'program.quit'
  | `settings.${string}`
  | `scanner.${string}`
  | `staticQr.${string}`
  | `webhooks.${string}`
  | `${string}.import`
  | `training.${string}`
>;

export type HouseCalls = Pick<Handlers, HouseCallName>;

export function handlersOf(till: Till, house: HouseCalls): Handlers {
  return {
    'customer.setPhone': ({ phone }) => till.setPhone(phone),
    'customer.clear': () => till.clearCustomer(),
    'checkIn.take': ({ id }) => till.takeArrival(id),
    'checkIn.dismiss': ({ id }) => till.dismissArrival(id),
    'enrolment.start': () => till.startEnrolment(),
    'enrolment.cancel': () => till.cancelEnrolment(),
    'basket.add': (input) => {
      const { quantity = 1, ...which } = input;
      return till.addProduct(which, quantity);
    },
    'basket.setQuantity': ({ lineId, quantity }) => till.setQuantity(lineId, quantity),
    'basket.discount': ({ lineId, amount, reason }) => till.discountLine(lineId, amount, reason),
    'basket.remove': ({ lineId }) => till.removeLine(lineId),
    'catalogue.search': ({ text }) => ok(till.search(text).map(found)),
    'sale.park': () => till.park(),
    'sale.parked': () => ok(parkedList(till.state())),
    'sale.recall': ({ saleId }) => till.recall(saleId),
    'sale.discard': () => till.discard(),
    'sale.next': () => till.next(),
    'sale.paidElsewhere': ({ method }) => till.paidElsewhere(method),
    'payment.request': ({ via = 'push' }) => till.requestPayment(via),
    'payment.resend': ({ via = 'push', phone }) => till.resendPayment(via, phone),
    'payment.cancel': () => till.cancelPayment(),
    'vending.open': () => till.vending.open(),
    'vending.choose': ({ sku }) => till.vending.choose(sku),
    'vending.take': ({ turn, sku }) => till.vending.take(turn, sku),
    'vending.settle': ({ itemId, outcome }) => till.vending.settle(itemId, outcome),
    'vending.done': ({ turn }) => till.vending.done(turn),
    'vending.more': ({ turn }) => till.vending.more(turn),
    'vending.fault': ({ reason }) => till.vending.fault(reason),
    'vending.stop': ({ stopped }) => till.vending.stop(stopped),
    'vending.stock': ({ slots }) => till.vending.stock(slots),
    'attention.retry': ({ saleId }) => till.hurry(saleId),
    ...recordCalls(till),
    ...house,
  };
}

function found({ sku, name, price, memberPrice, vatRate }: Product): CallOutput<'catalogue.search'>[number] {
  return { sku, name, price, memberPrice, vatRate };
}
