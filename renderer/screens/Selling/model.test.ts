/** Every state of the cashier's screen, decided without drawing it (design guide 7). */

import { describe, expect, test } from 'vitest';
import type { CashierView } from '../../../app/contract/view.ts';
import type { CashierPicture } from '../../gallery/cashierParts.ts';
import { cashierStates } from '../../gallery/cashierStates.ts';
import { defaultTaste, freshView, type View } from '../../stores/viewStore.ts';
import { languages } from '../../text/language.ts';
import { sellingModel } from './model.ts';
import type { SellingModel } from './modelTypes.ts';

const now = new Date(2026, 10, 23, 14, 32, 0).getTime();

function modelOf(name: string, more: Partial<View> = {}): SellingModel {
  const { state, view } = named(name);
  return sellingModel(state, { ...defaultTaste, ...freshView, language: 'en', ...view, ...more }, now);
}

function named(name: string): CashierPicture {
  const found = cashierStates[name];
  if (found === undefined) throw new Error(`no state ${name}`);
  return found;
}

/** The guide's table as rows: face, the two marks, what stands above the primary, and the primary. */
function row(name: string) {
  const model = modelOf(name);
  return {
    face: model.face,
    customer: model.customer.mark,
    payment: model.payment.mark,
    secondary: model.secondary.map((button) => button.label),
    primary: `${model.primary.look}: ${model.primary.label.replaceAll('\u00a0', ' ')}`,
  };
}

const another = 'Pay another way';

test.each([
  ['new-sale', 'newSale', 'current', 'toCome', [], 'listen: Scan, or find an item'],
  ['not-a-member', 'ready', 'succeeded', 'current', [another], 'go: Ask for 1 078,00 kr'],
  ['invitation-sent', 'ready', 'working', 'current', [another], 'go: Ask for 1 078,00 kr'],
  ['member', 'ready', 'succeeded', 'current', [another], 'go: Ask for 2 225,20 kr'],
  ['no-customer', 'ready', 'toCome', 'current', [another], 'go: Show QR for 1 078,00 kr'],
  ['sending', 'sending', 'finished', 'working', [], 'hold: Sending the request'],
  [
    'waiting',
    'waiting',
    'finished',
    'working',
    ['Did not arrive?', 'Serve next', 'Cancel'],
    'hold: Waiting for approval',
  ],
  ['not-arrived', 'waiting', 'finished', 'working', ['Back to waiting', another], 'go: Show one-time QR'],
  ['approved', 'approved', 'finished', 'succeeded', [], 'hold: Capturing'],
  [
    'capture-delayed',
    'captureDelayed',
    'finished',
    'succeeded',
    ['Serve next', 'Explain', 'Help'],
    'hold: Approved, still capturing',
  ],
  ['paid', 'paid', 'finished', 'succeeded', ['Explain'], 'go: Next customer'],
  [
    'paid-in-part',
    'paidInPart',
    'finished',
    'stop',
    ['Serve next', 'Explain', 'Help'],
    'hold: Locked for this sale',
  ],
  ['declined', 'declined', 'finished', 'attention', [another, 'Park'], 'go: Ask again for 2 225,20 kr'],
  ['ran-out', 'expired', 'finished', 'attention', [another, 'Park'], 'go: Ask again for 2 225,20 kr'],
  ['cancelling', 'cancelling', 'finished', 'working', ['Serve next'], 'hold: Cancelling'],
  ['cancelled', 'cancelled', 'finished', 'current', [another, 'Park'], 'go: Ask for 2 225,20 kr'],
  ['released', 'released', 'finished', 'attention', ['Explain', another], 'go: Ask again for 2 225,20 kr'],
  ['refused', 'refused', 'finished', 'attention', [another, 'Park'], 'go: Show QR for 2 225,20 kr'],
  [
    'unknown',
    'checking',
    'finished',
    'stop',
    ['Serve next', 'Explain', 'Help'],
    'hold: Locked for this sale',
  ],
  ['paid-elsewhere', 'paidElsewhere', 'finished', 'succeeded', [], 'go: Next customer'],
  ['scanner-unplugged', 'newSale', 'attention', 'toCome', [], 'go: Type customer’s number'],
  ['offline', 'offline', 'toCome', 'attention', [another, 'Ask all the same'], 'go: Park the sale'],
  ['search', 'ready', 'toCome', 'current', [], 'go: Add Termos stål 0,75 l'],
  ['parked', 'ready', 'toCome', 'current', [], 'go: Open the sale from 14:29'],
  ['phone', 'newSale', 'current', 'toCome', [], 'hold: Look up customer'],
  ['elsewhere', 'ready', 'succeeded', 'current', ['Back'], 'go: Close 2 225,20 kr'],
  ['elsewhere-waiting', 'waiting', 'finished', 'working', ['Back'], 'go: Close 2 225,20 kr'],
  [
    'elsewhere-calling-off',
    'cancelling',
    'finished',
    'working',
    ['Back'],
    'hold: Cancelling the request first',
  ],
  ['other-phone', 'waiting', 'finished', 'working', [], 'hold: Send to this number'],
  ['other-phone-sending', 'cancelling', 'finished', 'working', [], 'hold: Cancelling, then sending'],
  ['attention', 'ready', 'succeeded', 'current', [another], 'go: Ask for 2 225,20 kr'],
] as const)('%s', (name, face, customer, payment, secondary, primary) => {
  expect(row(name)).toEqual({ face, customer, payment, secondary, primary });
});

describe('what is said about the money', () => {
  test('no money was taken: declined, ran out, refused, cancelled; released says its time', () => {
    const words = ['declined', 'ran-out', 'refused', 'cancelled', 'released'].map(
      (name) => modelOf(name).payment.money?.words,
    );
    expect(words).toEqual([...Array(4).fill('No money was taken'), 'Money released 14:32:12']);
  });

  test('only a payment that was read as captured in full is called paid', () => {
    for (const name of Object.keys(cashierStates)) {
      const model = modelOf(name);
      const says = /^Paid/.test(model.payment.headline) || model.basket.paid;
      expect([name, says]).toEqual([name, model.face === 'paid' || model.face === 'paidElsewhere']);
    }
  });

  test('in doubt no other face may speak, whatever the sentence of the payment is', () => {
    const { state } = named('waiting');
    const doubted = withPayment(state, { checking: true });
    const model = sellingModel(doubted, { ...defaultTaste, ...freshView, language: 'en' }, now);
    expect([model.face, model.payment.headline, model.primary.look]).toEqual([
      'checking',
      'Do not charge again',
      'hold',
    ]);
  });

  test('unknown tells when it asks again and when it knows at the latest', () => {
    const { body } = modelOf('unknown').payment;
    expect(body.kind === 'checking' ? body.facts.map((fact) => fact.words) : []).toEqual([
      'Asks again in 4 s',
      'Known by 14:41:40 at the latest',
    ]);
  });
});

describe('the foot while waiting', () => {
  const words = (name: string) => modelOf(name).payment.foot.map((fact) => fact.words);
  test('sent and checked', () => expect(words('waiting')).toEqual(['Sent 14:31:40', 'Checked 1 s ago']));
  test('the minutes left only in the last quarter', () =>
    expect(words('last-quarter')).toEqual(['About 2 minutes left', 'Checked 1 s ago']));
  test('when a reading failed it says when the next one comes', () => {
    const { state } = named('waiting');
    const failing = withPayment(state, {
      checkedAt: new Date(now - 12_000).toISOString(),
      nextCheckAt: new Date(now + 4_000).toISOString(),
    });
    const { foot } = sellingModel(failing, { ...defaultTaste, ...freshView, language: 'en' }, now).payment;
    expect(foot.at(-1)?.words).toBe('Checking again in 4 s');
  });
});

describe('the ways to pay', () => {
  test('choosing changes the primary and nothing else', () => {
    const before = modelOf('member');
    const after = modelOf('member', { way: 'qr' });
    expect(after.primary.action).toEqual({ do: 'request', via: 'qr' });
    expect(after.basket).toEqual(before.basket);
  });

  test('without a customer there is nobody to push to, even if it was chosen', () => {
    expect(modelOf('no-customer', { way: 'push' }).primary.action).toEqual({ do: 'request', via: 'qr' });
  });

  test('a number that nothing can be sent to is not asked again by itself', () => {
    expect(modelOf('refused').primary.action).toEqual({ do: 'request', via: 'qr' });
  });
});

describe('privacy', () => {
  test('a name only where the member consented to it; else the mask alone', () => {
    expect(modelOf('member').customer.headline).toEqual({ words: 'Kari', mask: '••• 67' });
    expect(modelOf('not-a-member').customer.headline).toEqual({ words: '', mask: '••• 67' });
  });

  test('no state shows more digits of a number than the last two', () => {
    for (const name of Object.keys(cashierStates)) {
      const { customer, payment } = modelOf(name);
      expect([name, JSON.stringify({ customer, payment }).match(/\b\d{8}\b/)]).toEqual([name, null]);
    }
  });
});

describe('keys', () => {
  const keys = (name: string, more: Partial<View> = {}) => Object.fromEntries(modelOf(name, more).keys);
  const key = (one: string, name: string, more: Partial<View> = {}) => modelOf(name, more).keys.get(one);
  test('while waiting: Esc cancels, F6 serves the next, F10 asks why, and nothing changes the basket', () => {
    const { Escape, F6, F10, F2, Delete } = keys('waiting');
    expect([Escape, F6, F10, F2, Delete]).toEqual([
      { do: 'cancelPayment' },
      { do: 'park' },
      { do: 'open', layer: 'notArrived' },
      undefined,
      undefined,
    ]);
  });
  test('in a layer Esc closes it and never cancels a payment', () => {
    expect(key('Escape', 'not-arrived')).toEqual({ do: 'close' });
    expect(key('Escape', 'waiting', { layer: 'parked' })).toEqual({ do: 'close' });
    expect(key('Escape', 'waiting', { layer: 'help' })).toEqual({ do: 'close' });
    expect(keys('waiting', { menuOpen: true })).toEqual({ Escape: { do: 'close' } });
  });
  test('in doubt no key asks, cancels or pays', () => {
    const doing = Object.values(keys('unknown')).map((action) => action.do);
    expect(doing.filter((one) => !['open', 'park', 'close', 'explain'].includes(one))).toEqual([]);
  });
  test('the invitation has its own key and Enter never sends it', () => {
    expect(key('F9', 'not-a-member')).toEqual({ do: 'invite' });
    expect(key('F9', 'invitation-sent')).toBeUndefined();
    for (const name of Object.keys(cashierStates))
      expect(modelOf(name).primary.action?.do).not.toBe('invite');
  });
  test('paid elsewhere is one key away from every basket that can be paid', () => {
    for (const name of [
      'member',
      'no-customer',
      'declined',
      'ran-out',
      'cancelled',
      'released',
      'refused',
      'offline',
    ]) {
      expect([name, key('Ctrl B', name)]).toEqual([name, { do: 'open', layer: 'elsewhere' }]);
    }
    // While the customer is asked it is offered too: the request is called off first.
    expect(key('Ctrl B', 'waiting')).toEqual({ do: 'open', layer: 'elsewhere' });
    for (const name of ['sending', 'unknown', 'approved', 'cancelling', 'paid'])
      expect(key('Ctrl B', name)).toBeUndefined();
  });
  test('minus on the last piece removes the line', () => {
    expect(key('-', 'member')).toEqual({ do: 'remove', lineId: 'l7' });
    expect(key('-', 'member', { chosenLine: 'l4' })).toEqual({
      do: 'setQuantity',
      lineId: 'l4',
      quantity: 3,
    });
  });
});

test('what was pressed holds at once, before the till has answered', () => {
  expect(modelOf('member', { pending: 'request' }).primary).toMatchObject({ look: 'hold', action: null });
});

test('five of the chosen result', () => {
  expect(modelOf('search', { searchText: '5*term', foundFor: '5*term' }).primary).toMatchObject({
    label: 'Add 5 × Termos stål 0,75 l',
    action: { do: 'add', sku: '7038010004217', quantity: 5 },
  });
});

test('Enter adds nothing that answers an older text', () => {
  expect(modelOf('search', { searchText: '5*termo', foundFor: '5*term' }).primary).toMatchObject({
    look: 'hold',
    action: null,
  });
});

test('a complete number may be looked up, a short one not', () => {
  expect(modelOf('phone', { phoneDigits: '91234567' }).primary).toMatchObject({
    look: 'go',
    action: { do: 'setPhone' },
  });
  expect(modelOf('phone', { phoneDigits: '9123456' }).primary.action).toBeNull();
});

test('a refused call is said where it belongs and nowhere else', () => {
  const places = (name: string) => {
    const model = modelOf(name);
    return [model.basket.fault, model.customer.fault, model.payment.fault, model.pageFault].map(
      (fault) => fault !== null,
    );
  };
  expect(places('fault-basket')).toEqual([true, false, false, false]);
  expect(places('fault-customer')).toEqual([false, true, false, false]);
  expect(places('fault-payment')).toEqual([false, false, true, false]);
  expect(places('fault-page')).toEqual([false, false, false, true]);
});

test.each(languages)('in %s every state fills all its sentences', (language) => {
  for (const name of Object.keys(cashierStates)) {
    const { keys, ...model } = modelOf(name, { language });
    expect([name, JSON.stringify(model).match(/\{\w+\}|undefined|NaN/)]).toEqual([name, null]);
    expect(keys.size).toBeGreaterThan(0);
  }
});

function withPayment(state: CashierView, change: object): CashierView {
  if (!state.sale?.payment) throw new Error('a state without a payment');
  return { ...state, sale: { ...state.sale, payment: { ...state.sale.payment, ...change } } };
}
