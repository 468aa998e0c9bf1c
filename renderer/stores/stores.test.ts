/** The window's two stores: a mirror of the till, and what this window alone knows. */

import { expect, test } from 'vitest';
import type { CashierView, DisplayView } from '../../app/contract/view.ts';
import { cashierStates } from '../gallery/cashierStates.ts';
import { createTillStore, isCashierView } from './tillStore.ts';
import { createViewStore } from './viewStore.ts';

function storage(content: Readonly<Record<string, string>> = {}) {
  const kept = new Map(Object.entries(content));
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

test('the mirror shows what was told last and nothing after it was stopped', () => {
  const listeners = new Set<(state: CashierView | DisplayView) => void>();
  const { store, stop } = createTillStore({
    onState: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  });
  const state = cashierStates['new-sale']?.state;
  if (state === undefined) throw new Error('no state');
  expect([store.getState().state, isCashierView(null)]).toEqual([null, false]);
  for (const tell of listeners) tell({ ...state, version: 7 });
  expect([store.getState().state?.version, isCashierView(store.getState().state)]).toEqual([7, true]);
  stop();
  expect(listeners.size).toBe(0);
});

test('taste is kept, and nothing else is', () => {
  const shelf = storage();
  const store = createViewStore(shelf);
  store.setState({ theme: 'dark', size: '150', phoneDigits: '91234567', searchText: 'ulltrøye' });
  expect(JSON.stringify([...shelf.kept])).not.toMatch(/91234567|ulltrøye/);
  const { theme, size, phoneDigits } = createViewStore(shelf).getState();
  expect({ theme, size, phoneDigits }).toEqual({ theme: 'dark', size: '150', phoneDigits: '' });
});

test.each(['{', 'null', '{"theme":"pink","size":9,"hand":["left"]}'])(
  'damaged taste %j is the default',
  (kept) => {
    const { theme, size, hand, language } = createViewStore(storage({ 'klubbkassa.taste': kept })).getState();
    expect({ theme, size, hand, language }).toEqual({
      theme: 'auto',
      size: '100',
      hand: 'right',
      language: null,
    });
  },
);
