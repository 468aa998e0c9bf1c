/** What a picture needs round a screen: a door that answers nothing, stores with a given state, a clock that stands still. */

import type { ReactNode } from 'react';
import type { Door } from '../../app/contract/door.ts';
import { App } from '../App.tsx';
import { StoresProvider } from '../stores/context.tsx';
import { createTillStore, isCashierView, type TillState } from '../stores/tillStore.ts';
import { FixedNow } from '../stores/useNow.ts';
import { createViewStore, type View } from '../stores/viewStore.ts';
import { languages } from '../text/language.ts';

/** The moment of every picture, in the time zone of the machine that draws it. */
export const pictureNow = new Date(2026, 10, 23, 14, 32, 0).getTime();

export interface PictureOf {
  readonly state: TillState;
  readonly view?: Partial<View>;
  /** Answers for screens that ask while they are shown. */
  readonly call?: Door['call'];
}

function inTraining(state: TillState): TillState {
  if (isCashierView(state)) return { ...state, till: { ...state.till, profile: 'training' } };
  return { ...state, till: { ...state.till, profile: 'training' } };
}

/** The whole app around one state, in the theme, language, size, hand and profile that the address asks for; `over` stands before it. */
export function picture(of: PictureOf, over?: ReactNode): ReactNode {
  const asked = new URLSearchParams(location.search);
  const state = asked.get('profile') === 'training' ? inTraining(of.state) : of.state;
  const door: Door = {
    screen: 'attention' in state ? 'till' : 'display',
    call: of.call ?? (() => new Promise(() => {})),
    onState: (listener) => {
      listener(state);
      return () => {};
    },
  };
  const view = createViewStore(null);
  view.setState({
    language: languages.find((one) => one === asked.get('lang')) ?? null,
    theme: (['dark', 'contrast'] as const).find((one) => one === asked.get('theme')) ?? 'light',
    size: (['125', '150'] as const).find((one) => one === asked.get('size')) ?? '100',
    hand: asked.get('hand') === 'left' ? 'left' : 'right',
    ...of.view,
  });
  return (
    <FixedNow value={pictureNow}>
      <StoresProvider stores={{ door, till: createTillStore(door).store, view }}>
        <App />
        {over}
      </StoresProvider>
    </FixedNow>
  );
}
