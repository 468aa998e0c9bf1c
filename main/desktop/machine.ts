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
  const { windows, alone } = parts;
  const screen = windows.openMachine();
  lockDown(screen.webContents);
  screen.on('close', (event) => {
    if (!parts.leaving.isAllowed()) event.preventDefault();
  });
  screen.setAlwaysOnTop(alone);

  function unlocked(): void {
    const open = windows.till();
    if (open !== null) {
      open.focus();
      return;
    }
    screen.setAlwaysOnTop(false);
    windows.openTill(screen).on('closed', () => {
      if (screen.isDestroyed()) return;
      screen.setAlwaysOnTop(alone);
      screen.focus();
    });
  }

  if (!parts.hasPin()) unlocked();
  return { unlocked, front: () => windows.till() ?? screen };
}
