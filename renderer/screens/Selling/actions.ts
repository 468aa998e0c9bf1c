/**
 * Carries out what a key or a touch asked for: a call through the door, or a change of what this window shows. A refused
 * call is kept where it will be said; nothing is swallowed.
 */

import type { CallInput, CallName, CallOutput } from '../../../app/contract/calls.ts';
import { callingCodeOf } from '../../../app/domain/msisdn.ts';
import { assertNever } from '../../../app/kernel/assertNever.ts';
import type { Fault } from '../../../app/kernel/fault.ts';
import type { Result } from '../../../app/kernel/result.ts';
import type { Stores } from '../../stores/context.tsx';
import { isCashierView } from '../../stores/tillStore.ts';
import { type FaultPlace, leavesBasket, type View } from '../../stores/viewStore.ts';
import type { Action } from './modelTypes.ts';
import { searchOf } from './searchText.ts';

export interface Actions {
  act(action: Action): Promise<void>;
  /** What a scanner typed into this window. */
  scanned(scan: CallInput<'scan'>): Promise<void>;
  search(typed: string): Promise<void>;
}

/** How long a removed line can be put back. */
export const undoMs = 5000;

export function createActions(stores: Stores): Actions {
  const { door, view } = stores;
  const show = (change: Partial<View>) => view.setState(change);

  async function call<K extends CallName>(
    doing: Action['do'] | null,
    at: FaultPlace,
    name: K,
    input: CallInput<K>,
  ): Promise<Result<CallOutput<K>>> {
    show({ fault: null, ...(doing === null ? {} : { pending: doing }) });
    const answer = await door.call(name, input);
    if (doing !== null && view.getState().pending === doing) show({ pending: null });
    if (!answer.ok) show({ fault: { fault: answer.fault, at: placeOf(answer.fault, at) } });
    return answer;
  }

  const close = () => show({ layer: 'none', menuOpen: false, fault: null, ...forgotten });

  /**
   * Closes the layer that is open now, unless another one is open by then: a late answer shuts nobody's work. The camera
   * stays for the next item and the next customer.
   */
  function closer(): (change?: Partial<View>) => void {
    const { layer } = view.getState();
    const after = leavesBasket(layer) ? layer : 'none';
    return (change = {}) =>
      show(view.getState().layer === layer ? { ...forgotten, layer: after, ...change } : change);
  }

  async function open(layer: View['layer']): Promise<void> {
    show({ layer, menuOpen: false, fault: null, explained: null, ...forgotten });
    if (layer === 'phone' || layer === 'otherPhone') show({ phoneCountry: homeCountry(stores) });
    if (layer !== 'parked') return;
    const answer = await call(null, 'layer', 'sale.parked', {});
    if (answer.ok) show({ parkedSales: answer.value, chosenParked: 0 });
  }

  async function act(action: Action): Promise<void> {
    switch (action.do) {
      case 'open':
        if (view.getState().layer === action.layer) return close();
        return open(action.layer);
      case 'close':
        return close();
      case 'chooseWay':
        return show({ way: action.way, fault: null });
      case 'request':
        await call('request', 'payment', 'payment.request', { via: action.via });
        return;
      case 'resend': {
        const done = closer();
        const answer = await call('resend', 'payment', 'payment.resend', { via: action.via });
        if (answer.ok) done({ way: action.via });
        return;
      }
      case 'cancelPayment':
        show({ layer: 'none' });
        await call('cancelPayment', 'payment', 'payment.cancel', {});
        return;
      case 'resendTo': {
        const done = closer();
        const to = { via: 'push', phone: typedPhone(view.getState()) } as const;
        const answer = await call('resendTo', 'payment', 'payment.resend', to);
        if (answer.ok) done({ way: 'push' });
        else if (answer.fault.kind === 'phoneUnreadable')
          show({ fault: { fault: answer.fault, at: 'layer' } });
        return;
      }
      case 'explain':
        return show({
          ...forgotten,
          layer: 'payments',
          explained: action.saleId,
          menuOpen: false,
          fault: null,
        });
      case 'retry': {
        const { saleId } = action;
        const answer = await call('retry', 'layer', 'attention.retry', { saleId });
        if (answer.ok) show({ tried: { ...view.getState().tried, [saleId]: Date.now() } });
        return;
      }
      case 'park': {
        const done = closer();
        const answer = await call('park', 'page', 'sale.park', {});
        if (answer.ok) done({ way: null });
        return;
      }
      case 'recall': {
        const done = closer();
        const answer = await call('recall', 'layer', 'sale.recall', { saleId: action.saleId });
        if (answer.ok) done();
        return;
      }
      case 'discard': {
        const done = closer();
        const answer = await call('discard', 'payment', 'sale.discard', {});
        if (answer.ok) done({ way: null });
        return;
      }
      case 'next': {
        const done = closer();
        const answer = await call('next', 'page', 'sale.next', {});
        if (answer.ok) done({ way: null, chosenLine: null });
        return;
      }
      case 'paidElsewhere': {
        const { method } = view.getState();
        const done = closer();
        const answer = await call('paidElsewhere', 'payment', 'sale.paidElsewhere', { method });
        if (answer.ok) done();
        return;
      }
      case 'invite':
        await call('invite', 'customer', 'enrolment.start', {});
        return;
      case 'stopInvitation':
        await call('stopInvitation', 'customer', 'enrolment.cancel', {});
        return;
      case 'inviteAgain': {
        const stopped = await call('inviteAgain', 'customer', 'enrolment.cancel', {});
        if (stopped.ok) await call('inviteAgain', 'customer', 'enrolment.start', {});
        return;
      }
      case 'clearCustomer':
        await call('clearCustomer', 'customer', 'customer.clear', {});
        return;
      case 'takeArrival':
        await call('takeArrival', 'basket', 'checkIn.take', { id: action.id });
        return;
      case 'dismissArrival':
        await call('dismissArrival', 'basket', 'checkIn.dismiss', { id: action.id });
        return;
      case 'setPhone': {
        const done = closer();
        const phone = typedPhone(view.getState());
        const answer = await call('setPhone', 'layer', 'customer.setPhone', { phone });
        if (answer.ok) done({ way: null });
        return;
      }
      case 'add': {
        const { sku, quantity } = action;
        const done = closer();
        const answer = await call('add', 'layer', 'basket.add', { sku, quantity });
        if (answer.ok) done({ chosenLine: answer.value.lineId });
        return;
      }
      case 'setQuantity': {
        const { lineId, quantity } = action;
        if (quantity < 1) return act({ do: 'remove', lineId });
        const done = closer();
        const answer = await call('setQuantity', 'basket', 'basket.setQuantity', { lineId, quantity });
        if (answer.ok) done({ chosenLine: lineId });
        else show({ chosenLine: lineId });
        return;
      }
      case 'remove':
        return remove(action.lineId);
      case 'undoRemove':
        return undoRemove();
      case 'chooseLine':
        return show({ chosenLine: action.lineId });
      case 'chooseFound':
        return show({ chosenFound: action.index });
      case 'chooseParked':
        return show({ chosenParked: action.index });
      case 'seen':
        return show({ seen: [...view.getState().seen, action.attention] });
      default:
        return assertNever(action);
    }
  }

  async function remove(lineId: string): Promise<void> {
    const { state } = stores.till.getState();
    const line = isCashierView(state) ? state.sale?.lines.find((one) => one.id === lineId) : undefined;
    const done = closer();
    const answer = await call('remove', 'basket', 'basket.remove', { lineId });
    if (!answer.ok || line === undefined) return;
    const removed = { sku: line.sku, name: line.name, quantity: line.quantity };
    done({ removed });
    setTimeout(() => {
      if (view.getState().removed === removed) show({ removed: null });
    }, undoMs);
  }

  async function undoRemove(): Promise<void> {
    const { removed } = view.getState();
    if (removed === null) return;
    show({ removed: null });
    const { sku, quantity } = removed;
    const answer = await call('undoRemove', 'basket', 'basket.add', { sku, quantity });
    if (answer.ok) show({ chosenLine: answer.value.lineId });
  }

  async function scanned(scan: CallInput<'scan'>): Promise<void> {
    const done = closer();
    const asksForNumber = view.getState().layer === 'phone';
    const answer = await door.call('scan', scan);
    if (answer.ok && answer.value.meaning === 'customer' && asksForNumber) done();
    // What the till refuses it tells every window by its state; only a door that is shut is this window's to say.
    if (!answer.ok && answer.fault.kind === 'doorClosed')
      show({ fault: { fault: answer.fault, at: 'page' } });
  }

  async function search(typed: string): Promise<void> {
    // At once and not with the answer: a scan may be refused in between, and that is still to be read.
    show({ searchText: typed, fault: null });
    const { text } = searchOf(typed);
    if (text === '') return show({ found: null, foundFor: typed, chosenFound: 0 });
    const answer = await door.call('catalogue.search', { text });
    // An answer to an older text than the one that stands there now is thrown away.
    if (view.getState().searchText !== typed) return;
    if (answer.ok) show({ found: answer.value, foundFor: typed, chosenFound: 0 });
    else
      show({
        found: null,
        foundFor: typed,
        fault: { fault: answer.fault, at: placeOf(answer.fault, 'layer') },
      });
  }

  return { act, scanned, search };
}

function homeCountry({ till }: Stores): string {
  const { state } = till.getState();
  return callingCodeOf[state?.till.market ?? 'NO'];
}

function typedPhone({ phoneCountry, phoneDigits }: View): string {
  return `+${phoneCountry}${phoneDigits}`;
}

/** What a layer was given and must not still hold when it opens next: above all a customer's number. */
const forgotten = {
  searchText: '',
  found: null,
  foundFor: '',
  chosenFound: 0,
  phoneDigits: '',
  quantityDigits: '',
  parkedSales: null,
} as const satisfies Partial<View>;

const ofCustomer: ReadonlySet<Fault['kind']> = new Set([
  'codeRefused',
  'codeNeedsNetwork',
  'codeIsTheStores',
  'customerWhilePaying',
  'phoneUnreadable',
]);
const ofPage: ReadonlySet<Fault['kind']> = new Set([
  'doorClosed',
  'senderUnknown',
  'codeDamagedByLayout',
  'codeDamagedByCapsLock',
  'defect',
]);

/** Where a fault belongs: some belong to the customer or to the whole page wherever they were caused. */
export function placeOf(fault: Fault, at: FaultPlace): FaultPlace {
  if (ofPage.has(fault.kind)) return 'page';
  if (at === 'basket' && ofCustomer.has(fault.kind)) return 'customer';
  return at;
}
