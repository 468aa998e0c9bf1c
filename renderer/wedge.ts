/**
 * Hears a scanner that types like a keyboard, whatever has the focus, and keeps its keys from the page. What is a scan
 * and what is a person is decided by `app/domain/wedge.ts`; this file only feeds it the window's key events.
 */

import type { CallInput } from '../app/contract/calls.ts';
import { press, quiet, silence, type WedgeStep } from '../app/domain/wedge.ts';
import { roleOf, type WedgeKey } from '../app/domain/wedgeKeys.ts';
import { type WedgeScan, wedgeText } from '../app/domain/wedgeScan.ts';
import type { Unsubscribe } from '../app/kernel/brand.ts';
import { fieldMemory } from './wedgeField.ts';

export interface WedgeListener {
  onScan(scan: WedgeScan): void;
  /** A key that a person pressed and that the page may act on. */
  onKey(event: KeyboardEvent): void;
}

export function listenForKeys(target: Window, listener: WedgeListener): Unsubscribe {
  const field = fieldMemory(target.document);
  let state = quiet;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let starting: KeyboardEvent | null = null;
  /** Digits with Alt held down: the character they stand for comes without a key of its own. */
  let byNumber = false;

  const take = (step: WedgeStep) => {
    state = step.state;
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (step.release !== '') field.put(step.release);
    if (step.late && starting !== null) listener.onKey(starting);
    if (step.scan !== null) {
      field.putBack(step.scan.leaked);
      if (!step.doubled) listener.onScan(step.scan);
    }
    if (step.wakeAt !== null) wakeAt(step.wakeAt, step.wakeAt - state.activeAt);
  };
  // Silence begins where a key was handled: on a busy computer that is later than where it was pressed.
  const wakeAt = (due: number, length: number) => {
    const wait = Math.max(due - performance.now(), length);
    timer = setTimeout(() => take(silence(state, performance.now())), wait);
  };
  const hear = (event: KeyboardEvent, key: WedgeKey): WedgeStep => {
    const step = press(state, key);
    take(step);
    if (step.fate === 'hold') {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (roleOf(key).is === 'character') {
      field.remember();
    }
    return step;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const key = keyOf(event);
    byNumber = key.byNumber === 'digit' || (byNumber && event.key === 'Alt');
    const step = hear(event, key);
    if (step.state.starting) starting = event;
    // What an input method or a character's number takes is nobody's command.
    else if (step.fate === 'pass' && !event.isComposing && key.byNumber === undefined) listener.onKey(event);
  };
  const onKeyPress = (event: KeyboardEvent) => {
    if (!byNumber) return;
    byNumber = false;
    const at = event.timeStamp;
    hear(event, { code: '', key: event.key, shift: false, at, byNumber: 'character' });
  };
  target.addEventListener('keydown', onKeyDown, { capture: true });
  target.addEventListener('keypress', onKeyPress, { capture: true });
  return () => {
    target.removeEventListener('keydown', onKeyDown, { capture: true });
    target.removeEventListener('keypress', onKeyPress, { capture: true });
    if (timer !== null) clearTimeout(timer);
  };
}

/** The call that a scan in a window is. */
export function scanCall(scan: WedgeScan): CallInput<'scan'> {
  const { symbology, usText, suffix, meanGapMs } = scan;
  return {
    text: wedgeText(scan),
    ...(symbology === null ? {} : { symbology }),
    typed: { usText, suffix, meanGapMs },
  };
}

function keyOf(event: KeyboardEvent): WedgeKey {
  const graph = event.getModifierState('AltGraph');
  const common = {
    code: event.code,
    key: event.key,
    shift: event.shiftKey,
    at: event.timeStamp,
    repeat: event.repeat,
  };
  const alone = event.altKey && !event.ctrlKey && !event.metaKey;
  if (alone && !graph && /^Numpad\d$/.test(event.code)) return { ...common, byNumber: 'digit' };
  if (graph || !(event.ctrlKey || event.altKey || event.metaKey)) return common;
  return { ...common, chord: event.altKey || event.metaKey ? 'other' : 'ctrl' };
}
