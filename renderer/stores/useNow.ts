/** The window's clock, for texts like "checked 2 s ago". It decides nothing about a payment. */

import { createContext, useContext, useEffect, useState } from 'react';

/** Fixed in the gallery, so that a picture is the same every time. */
export const FixedNow = createContext<number | null>(null);

export function useNow(everyMs = 1000): number {
  const fixed = useContext(FixedNow);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (fixed !== null) return;
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [fixed, everyMs]);
  return fixed ?? now;
}
