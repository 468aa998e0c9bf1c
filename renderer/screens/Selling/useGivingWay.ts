/**
 * When room is short, something gives way, in the guide's order (5). How much is measured and not guessed, so it holds for
 * every window, text size, language and banner: one more step at a time, until the payment's station holds what is left.
 */

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** Cumulative; `givingWay.css` says what each one takes away. The amount, the state and the money are in none of them. */
export const givingSteps = [
  'air',
  'foot',
  'second',
  'sketch',
  'descriptions',
  'rows',
  'words',
  'last',
] as const;

/** The fewest steps that suffice, or all of them. */
export function fewestSteps(suffices: (steps: number) => boolean, most: number): number {
  for (let steps = 0; steps < most; steps += 1) if (suffices(steps)) return steps;
  return most;
}

/** For the element that holds the stations; its style sheet reads what was given from `data-gives`. */
export function useGivingWay(): RefObject<HTMLElement | null> {
  const side = useRef<HTMLElement>(null);
  useLayoutEffect(() => giveWay(side.current));
  useEffect(() => {
    const watch = new ResizeObserver(() => giveWay(side.current));
    const box = side.current && filling(side.current);
    if (box) watch.observe(box);
    return () => watch.disconnect();
  }, []);
  return side;
}

function giveWay(side: HTMLElement | null): void {
  const box = side && filling(side);
  if (!box) return;
  const give = (steps: number) => {
    const given = givingSteps.slice(0, steps).join(' ');
    if (side.dataset['gives'] !== given) side.dataset['gives'] = given;
  };
  const steps = fewestSteps((one) => {
    give(one);
    return box.scrollHeight <= box.clientHeight;
  }, givingSteps.length);
  give(steps);
}

function filling(side: HTMLElement): Element | null {
  return side.querySelector('.station.fills > .box');
}
