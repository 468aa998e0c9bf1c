/** What a key or a touch asks for becomes a call, and a refused call is kept where it will be said. */

import { expect, test } from 'vitest';
import type { Door } from '../../../app/contract/door.ts';
import type { WedgeScan } from '../../../app/domain/wedgeScan.ts';
import type { Fault } from '../../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../../app/kernel/result.ts';
import { cashierStates } from '../../gallery/cashierStates.ts';
import { createTillStore } from '../../stores/tillStore.ts';
import { createViewStore } from '../../stores/viewStore.ts';
import { scanCall } from '../../wedge.ts';
import { createActions, placeOf } from './actions.ts';

/** A door that writes down what was asked and answers from a list, newest question first served. */
function tillWindow(answers: Readonly<Record<string, Result<unknown>>> = {}) {
  const asked: (readonly [string, unknown])[] = [];
  const call = async (name: string, input: unknown) => {
    asked.push([name, input]);
    return answers[name] ?? ok(null);
  };
  const { member } = cashierStates;
  const state = member?.state;
  const door: Door = {
    screen: 'till',
    call: call as Door['call'],
    onState: (listener) => {
      if (state) listener(state);
      return () => {};
    },
  };
  const view = createViewStore(null);
  const actions = createActions({ door, view, till: createTillStore(door).store });
  return { asked, view, actions };
}

const typed = { usText: null, suffix: 'enter', meanGapMs: 9 } as const;

function typedScan(text: string, symbology: string | null = null): WedgeScan {
  return { text, symbology, leaked: 0, ...typed };
}

test('choosing a way sends nothing', async () => {
  const { asked, view, actions } = tillWindow();
  await actions.act({ do: 'chooseWay', way: 'qr' });
  expect([asked, view.getState().way]).toEqual([[], 'qr']);
});

test('asking holds the button until the till has answered', async () => {
  const { asked, view, actions } = tillWindow({ 'payment.request': ok({ reference: 'r' }) });
  const asking = actions.act({ do: 'request', via: 'push' });
  expect(view.getState().pending).toBe('request');
  await asking;
  expect([asked, view.getState().pending]).toEqual([[['payment.request', { via: 'push' }]], null]);
});

test('a refusal is said in the payment station and goes with the next thing that is done', async () => {
  const { view, actions } = tillWindow({ 'payment.request': err<Fault>({ kind: 'pushNotAllowed' }) });
  await actions.act({ do: 'request', via: 'push' });
  expect(view.getState().fault).toEqual({ fault: { kind: 'pushNotAllowed' }, at: 'payment' });
  await actions.act({ do: 'chooseWay', way: 'qr' });
  expect(view.getState().fault).toBeNull();
});

test('one who checked in is taken by id, and a refusal is said beside the rows and not in the customer’s station', async () => {
  const { asked, view, actions } = tillWindow({ 'checkIn.take': err<Fault>({ kind: 'checkInOver' }) });
  await actions.act({ do: 'takeArrival', id: 'a1' });
  await actions.act({ do: 'dismissArrival', id: 'a2' });
  expect(asked).toEqual([
    ['checkIn.take', { id: 'a1' }],
    ['checkIn.dismiss', { id: 'a2' }],
  ]);
  expect(view.getState().fault).toBeNull();
  await actions.act({ do: 'takeArrival', id: 'a1' });
  expect(view.getState().fault).toEqual({ fault: { kind: 'checkInOver' }, at: 'basket' });
});

test('a scan that is refused is left to the till to say; a door that is shut is said here', async () => {
  const refused = tillWindow({ scan: err<Fault>({ kind: 'codeRefused' }) });
  await refused.actions.scanned(scanCall(typedScan('https://qr.vipps.no/28/2/05/031/x', ']Q1')));
  expect(refused.view.getState().fault).toBeNull();
  const shut = tillWindow({ scan: err<Fault>({ kind: 'doorClosed' }) });
  await shut.actions.scanned(scanCall(typedScan('7038010004217')));
  expect(shut.view.getState().fault).toEqual({ fault: { kind: 'doorClosed' }, at: 'page' });
});

test('an answer to a search leaves the words about a scan that was refused meanwhile', async () => {
  const { view, actions } = tillWindow({ 'catalogue.search': ok([]) });
  const refused = { fault: { kind: 'codeUnknown' }, at: 'layer' } as const;
  const searching = actions.search('termo');
  view.setState({ fault: refused });
  await searching;
  expect(view.getState().fault).toEqual(refused);
  void actions.search('termos');
  expect(view.getState().fault).toBeNull();
});

test('a scan says how it was typed, and its symbology only where the scanner told it', async () => {
  const { asked, actions } = tillWindow({ scan: ok({ meaning: 'goods' }) });
  await actions.scanned(scanCall(typedScan('7038010004217')));
  await actions.scanned(scanCall(typedScan('7038010004217', ']E0')));
  expect(asked).toEqual([
    ['scan', { text: '7038010004217', typed }],
    ['scan', { text: '7038010004217', symbology: ']E0', typed }],
  ]);
});

test('the camera stays for the next item and the next customer; any other layer goes when its work is done', async () => {
  const { view, actions } = tillWindow({ 'basket.add': ok({ lineId: 'l1' }) });
  await actions.act({ do: 'open', layer: 'camera' });
  await actions.act({ do: 'add', sku: 'UL-003', quantity: 1 });
  await actions.act({ do: 'next' });
  expect(view.getState().layer).toBe('camera');
  await actions.act({ do: 'open', layer: 'search' });
  await actions.act({ do: 'add', sku: 'UL-003', quantity: 1 });
  expect(view.getState().layer).toBe('none');
});

test('another phone: one call with the number, which is then forgotten, and the customer stays', async () => {
  const { asked, view, actions } = tillWindow({ 'payment.resend': ok({ reference: 'r' }) });
  await actions.act({ do: 'open', layer: 'otherPhone' });
  view.setState({ phoneDigits: '41234567' });
  const sending = actions.act({ do: 'resendTo' });
  expect(view.getState().pending).toBe('resendTo');
  await sending;
  const { phoneDigits, layer, way } = view.getState();
  expect([asked, phoneDigits, layer, way]).toEqual([
    [['payment.resend', { via: 'push', phone: '+4741234567' }]],
    '',
    'none',
    'push',
  ]);
});

test('another phone: a number that is none is said where it is typed, everything else at the payment', async () => {
  const place = async (fault: Fault) => {
    const { view, actions } = tillWindow({ 'payment.resend': err<Fault>(fault) });
    await actions.act({ do: 'open', layer: 'otherPhone' });
    await actions.act({ do: 'resendTo' });
    return [view.getState().layer, view.getState().fault?.at];
  };
  expect(await place({ kind: 'phoneUnreadable' })).toEqual(['otherPhone', 'layer']);
  expect(await place({ kind: 'paidAfterAll' })).toEqual(['otherPhone', 'payment']);
});

test('something that waits is tried at once, and the window knows when', async () => {
  const { asked, view, actions } = tillWindow();
  await actions.act({ do: 'retry', saleId: 's1' });
  expect(asked).toEqual([['attention.retry', { saleId: 's1' }]]);
  expect(Object.keys(view.getState().tried)).toEqual(['s1']);

  const refused = tillWindow({ 'attention.retry': err<Fault>({ kind: 'saleUnknown' }) });
  await refused.actions.act({ do: 'retry', saleId: 's1' });
  expect([refused.view.getState().tried, refused.view.getState().fault?.at]).toEqual([{}, 'layer']);
});

test('explain opens the payments at this sale; F8 without one opens the newest', async () => {
  const { asked, view, actions } = tillWindow();
  await actions.act({ do: 'explain', saleId: 's1' });
  expect([view.getState().layer, view.getState().explained]).toEqual(['payments', 's1']);
  await actions.act({ do: 'close' });
  await actions.act({ do: 'open', layer: 'payments' });
  expect([view.getState().layer, view.getState().explained, asked]).toEqual(['payments', null, []]);
});

test('a number is looked up with its country and forgotten by the window', async () => {
  const { asked, view, actions } = tillWindow({ 'customer.setPhone': ok({ masked: '••• 67' }) });
  await actions.act({ do: 'open', layer: 'phone' });
  view.setState({ phoneDigits: '91234567' });
  await actions.act({ do: 'setPhone' });
  const { phoneDigits, layer } = view.getState();
  expect([asked, phoneDigits, layer]).toEqual([
    [['customer.setPhone', { phone: '+4791234567' }]],
    '',
    'none',
  ]);
});

test('closing the keypad forgets the digits', async () => {
  const { view, actions } = tillWindow();
  await actions.act({ do: 'open', layer: 'phone' });
  view.setState({ phoneDigits: '9123' });
  await actions.act({ do: 'close' });
  expect(view.getState().phoneDigits).toBe('');
});

test('the answer to an older search does not replace the newer one', async () => {
  const waiting: ((result: Result<unknown>) => void)[] = [];
  const { view, actions } = tillWindow();
  const call = () => new Promise<Result<unknown>>((done) => waiting.push(done));
  const slow = createActions({
    view,
    till: createTillStore({ onState: () => () => {} }).store,
    door: { screen: 'till', onState: () => () => {}, call: call as Door['call'] },
  });
  const older = slow.search('ter');
  const newer = slow.search('term');
  waiting[1]?.(ok([]));
  await newer;
  waiting[0]?.(ok(undefined));
  await older;
  expect([view.getState().searchText, view.getState().found]).toEqual(['term', []]);
  await actions.search('');
  expect(view.getState().found).toBeNull();
});

test('a removed line can be put back with its quantity', async () => {
  const { asked, view, actions } = tillWindow({ 'basket.add': ok({ lineId: 'new' }) });
  await actions.act({ do: 'remove', lineId: 'l4' });
  expect(view.getState().removed).toEqual({
    sku: '7038010004214',
    name: 'Turmat pasta bolognese',
    quantity: 4,
  });
  await actions.act({ do: 'undoRemove' });
  expect([asked.at(-1), view.getState().removed, view.getState().chosenLine]).toEqual([
    ['basket.add', { sku: '7038010004214', quantity: 4 }],
    null,
    'new',
  ]);
});

test('no quantity is a removed line, not a line of nothing', async () => {
  const { asked, actions } = tillWindow();
  await actions.act({ do: 'setQuantity', lineId: 'l1', quantity: 0 });
  expect(asked).toEqual([['basket.remove', { lineId: 'l1' }]]);
});

test('a lost till is said across the page, whatever was asked', () => {
  expect(placeOf({ kind: 'doorClosed' }, 'payment')).toBe('page');
  expect(placeOf({ kind: 'unknownProduct', text: 'x' }, 'basket')).toBe('basket');
});

test('an answer that comes late closes no layer that was opened meanwhile', async () => {
  const { view, actions } = tillWindow({ 'basket.add': ok({ lineId: 'l1' }) });
  view.setState({ layer: 'search', searchText: 'term' });
  const adding = actions.act({ do: 'add', sku: '1', quantity: 1 });
  view.setState({ layer: 'phone', phoneDigits: '912' });
  await adding;
  expect(view.getState()).toMatchObject({ layer: 'phone', phoneDigits: '912', chosenLine: 'l1' });
});
