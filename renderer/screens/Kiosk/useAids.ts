/**
 * How this customer wants the screen: language, size, contrast, reach, read aloud, the goods instead of the machine's code,
 * and the page of goods that is open. The store's way again after each customer, so nobody meets the choices of the one
 * before (guide.md 10).
 */

import { useEffect, useRef, useState } from 'react';
import type { MachinePhase } from '../../../app/contract/view.ts';
import type { Language } from '../../text/language.ts';
import { idleChoiceMs, nobodyServed, saleEnded } from '../CustomerScreen/language.ts';
import { isReading } from './voice.ts';

export interface Aids {
  readonly language: Language;
  readonly larger: boolean;
  readonly contrast: boolean;
  /** Everything to touch lies within the lower part of the glass. */
  readonly low: boolean;
  readonly aloud: boolean;
  /** Who cannot scan the machine's code chooses on the glass, and is given a code of their own. */
  readonly choosesHere: boolean;
  readonly page: number;
}

export type ChangeAids = (change: Partial<Aids>) => void;

const none: Partial<Aids> = {};

const usual = {
  larger: false,
  contrast: false,
  low: false,
  aloud: false,
  choosesHere: false,
  page: 0,
} as const;

/** That somebody stands there. */
const signs = ['pointerdown', 'keydown'] as const;

export function useAids(stores: Language, phase: MachinePhase): readonly [Aids, ChangeAids] {
  const [own, setOwn] = useState(none);
  const before = useRef(phase);
  useEffect(() => {
    // Who gives up before anything was reserved stands there still, and chooses something else.
    const isAgain = phase === 'idle' && before.current !== 'result';
    if (saleEnded(before.current, phase) && !isAgain) setOwn(none);
    // What can be taken now stands on the first page, and is another than before.
    else if (phase === 'choosing') setOwn((now) => ({ ...now, page: 0 }));
    before.current = phase;
  }, [phase]);
  // Where nobody is served, somebody may still be reading: each touch and key begins the time anew, and what is being read
  // aloud is heard to its end.
  useEffect(() => {
    if (own === none || !nobodyServed.includes(phase)) return;
    const forget = () =>
      setTimeout(() => {
        if (isReading()) again();
        else setOwn(none);
      }, idleChoiceMs);
    let timer = forget();
    const again = () => {
      clearTimeout(timer);
      timer = forget();
    };
    for (const sign of signs) window.addEventListener(sign, again);
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, again);
    };
  }, [own, phase]);
  return [{ ...usual, language: stores, ...own }, (change) => setOwn((now) => ({ ...now, ...change }))];
}
