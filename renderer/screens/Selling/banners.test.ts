/** What stands above the whole counter, and what does not. */

import { expect, test } from 'vitest';
import type { AttentionSays, AttentionView, CashierView } from '../../../app/contract/view.ts';
import { money } from '../../../app/domain/money.ts';
import { cashierStates } from '../../gallery/cashierStates.ts';
import { defaultTaste, freshView } from '../../stores/viewStore.ts';
import { textsFor } from '../../text/index.ts';
import { devicesOf } from './devices.ts';
import { sellingModel } from './model.ts';
import type { SellingModel } from './modelTypes.ts';

const now = new Date(2026, 10, 23, 14, 32, 0).getTime();

function stateOf(name: string): CashierView {
  const found = cashierStates[name];
  if (found === undefined) throw new Error(`no state ${name}`);
  return found.state;
}

function modelOf(name: string, more: Partial<CashierView> = {}): SellingModel {
  return sellingModel({ ...stateOf(name), ...more }, { ...defaultTaste, ...freshView, language: 'en' }, now);
}

test('silence while a payment is open is told apart from a lost network', () => {
  const told = (name: string) => {
    const { banners, face } = modelOf(name);
    const devices = devicesOf(stateOf(name), face, textsFor('en', 'NO', now));
    return [banners.map((banner) => banner.cause), devices.slice(1, 3).map((device) => device.word)];
  };
  expect(told('offline')).toEqual([['No network since 14:29'], ['Offline', 'Vipps waiting']]);
  const devices = ['Network', 'Vipps not answering'];
  expect(told('waiting-silent')).toEqual([['No answer from Vipps since 14:31'], devices]);
  // Here the payment itself says it, and nothing is said twice.
  expect(told('unknown-silent')).toEqual([[], devices]);
});

test('a parked payment that ends is a word on its button and never a banner', () => {
  const model = modelOf('parked-paid', {
    attention: [
      {
        kind: 'attention.parkedPaid',
        saleId: 'p1',
        says: { key: 'attention.parkedPaid' },
        since: null,
        why: null,
        action: 'recall',
      },
    ],
  });
  expect([model.banners, model.basket.parked.label]).toEqual([[], 'Parked\u20021 paid']);
});

test('what can wait is counted in the top bar, and what cannot is said above the counter too', () => {
  const attention = (kind: AttentionSays): AttentionView => ({
    kind,
    saleId: 's9',
    says: { key: kind, with: { number: '01-000009', sum: money(10000, 'NOK') } },
    since: null,
    why: null,
    action: 'retry',
  });
  const causes = (...kinds: readonly AttentionSays[]) =>
    modelOf('member', { attention: kinds.map(attention) }).banners.map((banner) => banner.cause);
  expect(causes('attention.captureWaits', 'attention.receiptWaits', 'attention.refundWaits')).toEqual([]);
  expect(causes('attention.captureWaits', 'attention.captureDeadline')).toEqual([
    '100,00\u00a0kr must be captured soon',
  ]);
  expect(causes('attention.captureDeadline', 'attention.journal')).toEqual([
    'The till cannot write its journal',
  ]);
});

test('offline: that nothing is lost is said only where no payment may be open', () => {
  const foot = (more: Partial<CashierView>) =>
    modelOf('offline', more).payment.foot.map(({ words }) => words);
  const none = { count: 0, paid: 0, notPaid: 0 };
  expect(foot({ parked: none })).toEqual(['No open payments. Nothing is lost.']);
  expect(foot({ parked: { ...none, count: 1 } })).toEqual([]);
  expect(foot({ parked: none, attention: stateOf('attention').attention })).toEqual([]);
});

test('scans that go to the scanner doctor of another window are no broken scanner', () => {
  const [banner, ...more] = modelOf('new-sale', { doctor: { scans: [], pages: ['other'] } }).banners;
  expect([banner?.cause, more]).toEqual(['The scanner doctor is open in another window', []]);
});
