/** "Needs attention" as rows, and the layers that go with what they were about. */

import { expect, test } from 'vitest';
import type { AttentionView } from '../../../app/contract/view.ts';
import { cashierStates } from '../../gallery/cashierStates.ts';
import { textsFor } from '../../text/index.ts';
import { attentionRows } from './attentionModel.ts';
import { layerIsOver } from './useMovingOn.ts';

const now = new Date(2026, 10, 23, 14, 32, 0).getTime();
const text = textsFor('en', 'NO', now);

function shown(name: string): readonly AttentionView[] {
  return cashierStates[name]?.state.attention ?? [];
}

test('what serves the customers while no scan comes is done by a person, or by the machine itself', () => {
  const kind = 'attention.storeCodeUnreachable';
  const dead: AttentionView = {
    kind,
    says: { key: kind },
    saleId: null,
    since: null,
    why: null,
    action: null,
  };
  const nextAt = (at: 'staffed' | 'unattended') =>
    attentionRows([dead], { text, now, tried: {}, kind: at }).map(({ next }) => next);
  expect(nextAt('staffed')).toEqual([
    'Cover the code. Until then show a one-time QR on the screen (F5 at the till). The manager gives the till an address, or deletes the code in Settings, Shop QR.',
  ]);
  expect(nextAt('unattended')).toEqual([
    'Cover the code. Until then the machine lets customers choose first, and shows a one-time QR by itself. The manager gives the till an address, or deletes the code in Settings, Shop QR.',
  ]);
});

test('each tells what, since when, why, and has its one button', () => {
  const rows = attentionRows(shown('attention'), { text, now, tried: { s98: now }, kind: 'staffed' });
  expect(
    rows.map(({ what, since, why, tried, button }) => [what, since, why, tried, button?.action]),
  ).toEqual([
    [
      '784,00\u00a0kr is approved, not captured yet',
      'Sale 01-000098 · since 13:12',
      'The customer’s bank has released the money. It cannot be captured now. Do not hand over the goods before the customer has paid. (6260)',
      'Tried at 14:32. The outcome is shown here.',
      { do: 'retry', saleId: 's98' },
    ],
    [
      'The receipt is not in the app yet',
      'Sale 01-000140 · since 14:28',
      'There was no answer.',
      null,
      { do: 'retry', saleId: 's140' },
    ],
    ['A parked sale is paid', 'Sale 01-000141', null, null, { do: 'recall', saleId: 's141' }],
  ]);
});

test('what staff left at a machine leads to its payment, with no key that only a cashier has', () => {
  const kind = 'attention.staffsSalePaid';
  const left: AttentionView = {
    kind,
    says: { key: kind },
    saleId: 's7',
    since: null,
    why: null,
    action: 'explain',
  };
  for (const language of ['nb', 'en'] as const) {
    const words = textsFor(language, 'NO', now);
    const [row] = attentionRows([left], { text: words, now, tried: {}, kind: 'unattended' });
    expect(row?.button).toEqual({
      label: words.selling.openInPayments,
      icon: 'forward',
      action: { do: 'explain', saleId: 's7' },
    });
    expect(`${row?.what} ${row?.money} ${row?.next}`).not.toMatch(/F\d/);
  }
});

test('the gravest first, and an older day is named', () => {
  const journal: AttentionView = {
    kind: 'attention.journal',
    saleId: null,
    says: { key: 'attention.journal' },
    since: new Date(2026, 10, 22, 9, 5, 0).toISOString(),
    why: null,
    action: null,
  };
  const [first] = attentionRows([...shown('attention'), journal], { text, now, tried: {}, kind: 'staffed' });
  expect([first?.what, first?.tone, first?.since, first?.button]).toEqual([
    'The till cannot write its journal',
    'problem',
    'since yesterday 09:05',
    null,
  ]);
});

test('a layer about a payment goes with it, and never while its own call is on its way', () => {
  const idle = { pending: null } as const;
  expect(layerIsOver('waiting', { ...idle, layer: 'otherPhone' })).toBe(false);
  expect(layerIsOver('paid', { ...idle, layer: 'otherPhone' })).toBe(true);
  expect(layerIsOver('cancelling', { layer: 'otherPhone', pending: 'resendTo' })).toBe(false);
  expect(layerIsOver('paid', { ...idle, layer: 'notArrived' })).toBe(true);
  expect(layerIsOver('waiting', { ...idle, layer: 'elsewhere' })).toBe(false);
  expect(layerIsOver('paid', { ...idle, layer: 'elsewhere' })).toBe(true);
  expect(layerIsOver('paid', { ...idle, layer: 'parked' })).toBe(false);
});
