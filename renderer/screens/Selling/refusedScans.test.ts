import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { CashierView } from '../../../app/contract/view.ts';
import { base } from '../../gallery/cashierParts.ts';
import type { TillMirror } from '../../stores/tillStore.ts';
import { createViewStore } from '../../stores/viewStore.ts';
import { followRefusedScans } from './refusedScans.ts';

it('a refused scan of any device is said in the basket, and goes with the next thing that happens', () => {
  const till = createStore<TillMirror>(() => ({ state: base, connected: true }));
  const view = createViewStore(null);
  const stop = followRefusedScans({ till, view });
  const fault = { kind: 'unknownProduct', text: '4006381333931' } as const;
  const refusedScan: CashierView['refusedScan'] = { fault, at: '2026-11-23T09:00:00.000Z' };

  till.setState({ state: { ...base, refusedScan } });
  expect(view.getState().fault).toEqual({ fault, at: 'basket' });
  till.setState({ state: { ...base, refusedScan } });
  till.setState({ state: { ...base, refusedScan: null } });
  expect(view.getState().fault).toBeNull();

  stop();
  till.setState({ state: { ...base, refusedScan } });
  expect(view.getState().fault).toBeNull();
});
