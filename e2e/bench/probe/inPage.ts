/**
 * A preload script: it is there before the page's own scripts, so nothing can have been painted before it looked. Waits
 * for the primary button, then presses the key that stands on it until that is answered.
 */

import { ipcRenderer } from 'electron';
import { wallNow } from '../wallTime.ts';
import { type Usable, usableChannel } from './messages.ts';

const primary = '[data-primary]';
/** The search layer of the till; the answer of the bare page. */
const answer = '.searchfield input, .answered';

/** Two frames: the first one is drawn with what stands there now, the second one begins when that has been handed on. */
function painted(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(wallNow())));
  });
}

function appears(selector: string): Promise<void> {
  return new Promise((resolve) => {
    const look = (): boolean => document.querySelector(selector) !== null;
    if (look()) return resolve();
    const observer = new MutationObserver(() => {
      if (!look()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document, { childList: true, subtree: true });
  });
}

async function watch(): Promise<void> {
  await appears(primary);
  const usable: { painted: number; answered: number } = { painted: await painted(), answered: 0 };
  const pressed = appears(answer);
  const press = (): void => {
    if (document.querySelector(answer) !== null) return;
    (document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent('keydown', { key: 'F2', code: 'F2', bubbles: true, cancelable: true }),
    );
    requestAnimationFrame(press);
  };
  press();
  await pressed;
  usable.answered = await painted();
  ipcRenderer.send(usableChannel, usable satisfies Usable);
}

void watch();
