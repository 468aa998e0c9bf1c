/** How much room the window leaves at the chosen text size; style sheets read it from the root as `data-room`. */

import { useLayoutEffect, useState } from 'react';
import { useView } from './context.tsx';

/** `wide` all words · `narrow` the essential ones · `tight` also without sketches and second lines. */
export type Room = 'wide' | 'narrow' | 'tight';

export function roomFor(width: number, size: '100' | '125' | '150'): Room {
  const words = width / (Number(size) / 100);
  if (words >= 1180) return 'wide';
  return words >= 960 ? 'narrow' : 'tight';
}

export function useRoom(): Room {
  const size = useView((view) => view.size);
  const [width, setWidth] = useState(() => window.innerWidth);
  useLayoutEffect(() => {
    const measure = () => setWidth(window.innerWidth);
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  const room = roomFor(width, size);
  useLayoutEffect(() => {
    document.documentElement.setAttribute('data-room', room);
  }, [room]);
  return room;
}
