/**
 * A machine that sells by itself, on its own screen: one window that nobody leaves, and the manager's over it for whoever
 * knows the PIN. Without a PIN the manager's window opens at the start, since nothing else could lead to it.
 */

import type { BrowserWindow } from 'electron';
import type { LeavingInOrder } from './lifecycle.ts';
import { lockDown } from './security/lockdown.ts';
import type { TillWindows } from './windows.ts';

export interface MachineWindows {
  /** The manager's window, opened or brought to the front. */
  unlocked(): void;
  /** Whoever should be seen first: the manager, else the customer. */
  front(): BrowserWindow;
}

export function openMachineWindows(parts: {
  readonly windows: TillWindows;
  readonly leaving: LeavingInOrder;
  readonly hasPin: () => boolean;
  /** Nothing of the system's may come before the customer's screen; in training the customer's phone must. */
  readonly alone: boolean;
}): MachineWindows {
  const { windows, alone, leaving } = parts;
  let screen = opened();

  function opened(): BrowserWindow {
    const window = windows.openMachine();
    window.setAlwaysOnTop(alone);
    lockDown(window.webContents);
    window.on('close', (event) => {
      if (!leaving.isAllowed()) event.preventDefault();
    });
    // A page that closes its window is not asked: it is there again before anybody could touch what lay behind it.
    window.on('closed', () => {
      if (!leaving.isAllowed()) screen = opened();
    });
    return window;
  }

  function unlocked(): void {
    const open = windows.till();
    if (open !== null) {
      open.focus();
      return;
    }
    screen.setAlwaysOnTop(false);
    windows.openTill('machine').on('closed', () => {
      if (screen.isDestroyed()) return;
      screen.setAlwaysOnTop(alone);
      screen.focus();
    });
  }

  if (!parts.hasPin()) unlocked();
  return { unlocked, front: () => windows.till() ?? screen };
}
