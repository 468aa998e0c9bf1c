/**
 * Hears a scanner that types like a keyboard, whatever has the focus, and keeps its keys from the page. What is a scan
 * and what is a person is decided by `app/domain/wedge.ts`; this file only feeds it the window's key events.
 */

import type { TypedScan } from '../app/domain/scanDiagnosis.ts';
import { press, quiet, silence, type WedgeScan, type WedgeStep, wedgeText } from '../app/domain/wedge.ts';
import type { Unsubscribe } from '../app/kernel/brand.ts';

export interface WedgeListener {
  /** `typed`: how it was typed, for the scanner doctor. */
  onScan(text: string, symbology: string | null, typed: TypedScan): void;
  /** A key that a person pressed and that the page may act on. */
  onKey(event: KeyboardEvent): void;
}

export function listenForKeys(target: Window, listener: WedgeListener): Unsubscribe {
  let state = quiet;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const take = (step: WedgeStep) => {
    state = step.state;
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (step.release !== '') typeInto(target.document.activeElement, step.release);
    if (step.scan !== null) finish(step.scan);
    if (step.wakeAt !== null) {
      const wait = Math.max(0, step.wakeAt - performance.now());
      timer = setTimeout(() => take(silence(state, performance.now())), wait);
    }
  };
  const finish = (scan: WedgeScan) => {
    takeOut(target.document.activeElement, scan.leaked);
    const { usText, suffix, meanGapMs } = scan;
    listener.onScan(wedgeText(scan), scan.symbology, { usText, suffix, meanGapMs });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = press(state, {
      code: event.code,
      key: event.key,
      shift: event.shiftKey,
      at: event.timeStamp,
      repeat: event.repeat,
      chord: (event.ctrlKey || event.altKey || event.metaKey) && !event.getModifierState('AltGraph'),
    });
    take(step);
    if (step.fate === 'hold') {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    listener.onKey(event);
  };
  target.addEventListener('keydown', onKeyDown, { capture: true });
  return () => {
    target.removeEventListener('keydown', onKeyDown, { capture: true });
    if (timer !== null) clearTimeout(timer);
  };
}

/** Puts back what a person typed while it looked like a scanner. */
function typeInto(element: Element | null, text: string): void {
  if (!isTextField(element)) return;
  element.setRangeText(
    text,
    element.selectionStart ?? element.value.length,
    element.selectionEnd ?? element.value.length,
    'end',
  );
  element.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Takes out the scanner's first characters, which reached the field before it was known for a scanner. */
function takeOut(element: Element | null, count: number): void {
  if (count === 0 || !isTextField(element)) return;
  const end = element.selectionStart ?? element.value.length;
  element.setRangeText('', Math.max(0, end - count), end, 'end');
  element.dispatchEvent(new Event('input', { bubbles: true }));
}

function isTextField(element: Element | null): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}
