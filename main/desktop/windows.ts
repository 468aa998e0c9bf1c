/**
 * The windows: the till, the customer's screen, and in training the customer's phone. The only file that makes one. A
 * window holds nothing of its own; one that breaks is loaded again and shows the same sale.
 */

import { BrowserWindow, screen, session } from 'electron';
import type { Audience } from '../../app/contract/audience.ts';
import type { ScreenName } from '../../app/contract/door.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Log } from '../../app/ports/Log.ts';
import { keepShowing } from './keepShowing.ts';
import { hardenSession } from './security/hardening.ts';
import { pageAddress } from './security/ownPages.ts';

export interface WindowParts {
  readonly preload: string;
  readonly icon: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** The paper of the design guide, so that nothing flashes before the first painting. */
const desk = '#F3EEE5';

const sandboxed = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
  devTools: false,
} as const;

export interface TillWindows {
  /** `before`: it stands before a machine's window, which covers the whole display. */
  openTill(before?: 'machine'): BrowserWindow;
  /** A machine's screen, over the whole of the first display. */
  openMachine(): BrowserWindow;
  /** On the second display over the whole of it, or as an ordinary window where there is none and `ordinary` is set. */
  openCustomerScreen(ordinary: boolean): BrowserWindow | null;
  /** `before`: over a machine's window, which covers the whole display. */
  openPhone(address: string, before?: 'machine'): BrowserWindow;
  audienceOf(webContentsId: number): Audience | null;
  till(): BrowserWindow | null;
  customerScreen(): BrowserWindow | null;
}

export function createWindows(parts: WindowParts): TillWindows {
  const audiences = new Map<number, Audience>();
  let till: BrowserWindow | null = null;
  let customerScreen: BrowserWindow | null = null;

  function own(name: ScreenName, audience: Audience, options: Electron.BrowserWindowConstructorOptions) {
    const window = new BrowserWindow({
      title: 'Klubbkassa',
      icon: parts.icon,
      backgroundColor: desk,
      autoHideMenuBar: true,
      show: false,
      ...options,
      webPreferences: { ...sandboxed, preload: parts.preload },
    });
    const { id } = window.webContents;
    audiences.set(id, audience);
    window.on('closed', () => audiences.delete(id));
    window.once('ready-to-show', () => window.show());
    keepShowing(window.webContents, pageAddress(name), parts);
    return window;
  }

  return {
    openTill(before) {
      // Nobody signs in at a staffed till yet: whoever stands there may do what a manager may.
      // Upright glass is narrower than the page is drawn for; then it fits all the same.
      const { workArea } = screen.getPrimaryDisplay();
      const width = Math.min(1280, workArea.width);
      const height = Math.min(800, workArea.height);
      till = own('till', 'manager', {
        x: workArea.x + Math.round((workArea.width - width) / 2),
        y: workArea.y + Math.round((workArea.height - height) / 2),
        width,
        height,
        minWidth: Math.min(1024, width),
        minHeight: Math.min(600, height),
        alwaysOnTop: before === 'machine',
      });
      till.on('closed', () => {
        till = null;
      });
      return till;
    },
    openMachine() {
      const { bounds } = screen.getPrimaryDisplay();
      return own('display', 'kiosk', { ...bounds, kiosk: true, frame: false });
    },
    openCustomerScreen(ordinary) {
      const second = screen.getAllDisplays().find(({ id }) => id !== screen.getPrimaryDisplay().id);
      if (second === undefined && !ordinary) return null;
      customerScreen = own(
        'display',
        'display',
        second === undefined
          ? { width: 1024, height: 600 }
          : { ...second.bounds, kiosk: true, frame: false, skipTaskbar: true },
      );
      // A touch there must not take the keyboard with it: a scanner that types goes to the cashier's window.
      if (second !== undefined) customerScreen.on('focus', () => till?.focus());
      customerScreen.on('closed', () => {
        customerScreen = null;
      });
      return customerScreen;
    },
    openPhone(address, before) {
      const apart = session.fromPartition('training-phone');
      hardenSession(apart, new URL(address).origin, parts.log);
      const phone = new BrowserWindow({
        title: 'Klubbkassa',
        icon: parts.icon,
        width: 420,
        height: 800,
        alwaysOnTop: before === 'machine',
        autoHideMenuBar: true,
        webPreferences: { ...sandboxed, session: apart },
      });
      keepShowing(phone.webContents, address, parts);
      return phone;
    },
    audienceOf: (id) => audiences.get(id) ?? null,
    till: () => till,
    customerScreen: () => customerScreen,
  };
}
