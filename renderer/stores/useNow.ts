/** The till's clock as this window has it, for texts like "checked 2 s ago". It decides nothing about a payment. */

import { createContext, useContext, useEffect, useState } from 'react';
import { useDoor } from './context.tsx';

/** Fixed in the gallery, so that a picture is the same every time. */
export const FixedNow = createContext<number | null>(null);

export function useNow(everyMs = 1000): number {
  const fixed = useContext(FixedNow);
  const { ahead } = useDoor();
  const [now, setNow] = useState(() => tillNow(ahead));
  useEffect(() => {
    if (fixed !== null) return;
    const timer = setInterval(() => setNow(tillNow(ahead)), everyMs);
    return () => clearInterval(timer);
  }, [fixed, ahead, everyMs]);
  return fixed ?? now;
}

/** `ahead`: the door's, where it has one. */
export function tillNow(ahead: (() => number) | undefined): number {
  return Date.now() + (ahead?.() ?? 0);
}
