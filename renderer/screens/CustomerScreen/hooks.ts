/** Time and touch on the customer's screen; what they mean is decided by the pure functions beside this file. */

import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { DisplayView } from '../../../app/contract/view.ts';
import { useDoor } from '../../stores/context.tsx';
import { tillNow } from '../../stores/useNow.ts';
import { listenForKeys } from '../../wedge.ts';
import {
  idleChoiceMs,
  type Language,
  type Moment,
  nobodyServed,
  otherLanguage,
  saleEnded,
} from './language.ts';
import { nextLook, type Shows, shownNow } from './shownNow.ts';
import { minutesLeft, nextMinute, type Wait, waitFrom } from './timeLeft.ts';

/** What stands on the screen now: the till's word, within the limits that the window keeps. */
export function useShown(view: DisplayView): Shows {
  const said = `${view.shows} ${view.name ?? ''}`;
  const [began, setBegan] = useState({ said, at: performance.now() });
  const [now, setNow] = useState(began.at);
  if (began.said !== said) {
    const at = performance.now();
    setBegan({ said, at });
    setNow(at);
  }
  const since = Math.max(0, now - began.at);
  useEffect(() => {
    const wait = nextLook(view.shows, since);
    if (wait === null) return;
    const look = setTimeout(() => setNow(performance.now()), wait);
    return () => clearTimeout(look);
  }, [view.shows, since]);
  return shownNow(view.shows, since);
}

/** A scanner that types while this window has the keyboard presses no button here; its code is the cashier's to scan again. */
export function useNoScans(): void {
  useLayoutEffect(() => listenForKeys(window, { onScan: () => undefined, onKey: () => undefined }), []);
}

/** The language on the screen and the touch that changes it. It is the store's again when a sale ends. */
export function useCustomerLanguage(stores: Language, shown: Moment): readonly [Language, () => void] {
  const [own, setOwn] = useState<Language | null>(null);
  const before = useRef(shown);
  useEffect(() => {
    if (saleEnded(before.current, shown)) setOwn(null);
    before.current = shown;
  }, [shown]);
  useEffect(() => {
    if (own === null || !nobodyServed.includes(shown)) return;
    const forget = setTimeout(() => setOwn(null), idleChoiceMs);
    return () => clearTimeout(forget);
  }, [own, shown]);
  const language = own ?? stores;
  return [language, () => setOwn(otherLanguage(language))];
}

/** Whole minutes left of the wait, in its last quarter; `null` before. */
export function useMinutesLeft(until: string | null): number | null {
  const [wait, setWait] = useState<{ readonly until: string | null; readonly wait: Wait | null }>({
    until: null,
    wait: null,
  });
  const { ahead } = useDoor();
  const [now, setNow] = useState(() => tillNow(ahead));
  if (wait.until !== until) {
    const at = tillNow(ahead);
    setWait({ until, wait: waitFrom(until, at) });
    setNow(at);
  }
  const current = wait.wait;
  useEffect(() => {
    if (current === null) return;
    const next = nextMinute(current, now);
    if (next === null) return;
    const look = setTimeout(() => setNow(tillNow(ahead)), next);
    return () => clearTimeout(look);
  }, [current, now, ahead]);
  return current === null ? null : minutesLeft(current, now);
}
