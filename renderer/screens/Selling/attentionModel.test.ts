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

test('each tells what, since when, why, and has its one button', () => {
  const rows = attentionRows(shown('attention'), { text, now, tried: { s98: now } });
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

test('the gravest first, and an older day is named', () => {
  const journal: AttentionView = {
    kind: 'attention.journal',
    saleId: null,
    says: { key: 'attention.journal' },
    since: new Date(2026, 10, 22, 9, 5, 0).toISOString(),
    why: null,
    action: null,
  };
  const [first] = attentionRows([...shown('attention'), journal], { text, now, tried: {} });
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
