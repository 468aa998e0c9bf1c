/** Waits inside a page until something stands there and has been painted. Sent as text: these functions use nothing around them. */

import type { Door } from '../../app/contract/door.ts';

declare global {
  interface Window {
    benchPainted?: Promise<number>;
    /** Put there by the preload script of the till. */
    readonly till?: Door;
  }
}

export interface Wanted {
  readonly selector: string;
  /** How many there must be, at least. */
  readonly count?: number;
  /** What the first one must hold. */
  readonly text?: string;
  /** What the first one must not hold. */
  readonly butNot?: string;
}

/** Begins to look. Must be answered before that is done which is measured. */
export function lookFor(wanted: Wanted): null {
  const there = (): boolean => {
    const found = document.querySelectorAll(wanted.selector);
    const text = (found[0]?.textContent ?? '').toLowerCase();
    if (found.length < (wanted.count ?? 1)) return false;
    if (wanted.text !== undefined && !text.includes(wanted.text.toLowerCase())) return false;
    return wanted.butNot === undefined || !text.includes(wanted.butNot.toLowerCase());
  };
  window.benchPainted = new Promise((resolve) => {
    const painted = (): void => {
      requestAnimationFrame(() =>
        requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())),
      );
    };
    if (there()) return painted();
    const observer = new MutationObserver(() => {
      if (!there()) return;
      observer.disconnect();
      painted();
    });
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
    });
  });
  return null;
}

/** The wall time at which it had been painted. `wanted` is what is looked for already, to be named when it does not come. */
export async function seen(_wanted: Wanted): Promise<number> {
  if (window.benchPainted === undefined) throw new Error('nobody looks');
  return window.benchPainted;
}

/** The first one's text; empty where there is none. */
export function textOf(selector: string): string {
  return document.querySelector(selector)?.textContent ?? '';
}

/** Waits until nothing of it stands there any more and that has been painted. */
export function gone(selector: string): Promise<null> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (document.querySelector(selector) !== null) requestAnimationFrame(look);
      else requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)));
    };
    look();
  });
}

/** A call through the door; throws what was refused. */
export async function throughDoor(call: {
  readonly name: string;
  readonly input: unknown;
}): Promise<unknown> {
  // Sent as text: which call it is, only the till knows.
  const door = window.till as { call(name: string, input: unknown): Promise<unknown> } | undefined;
  const answer = (await door?.call(call.name, call.input)) as { ok: boolean; value?: unknown } | undefined;
  if (!answer?.ok) throw new Error(`${call.name}: ${JSON.stringify(answer)}`);
  return answer.value ?? null;
}
