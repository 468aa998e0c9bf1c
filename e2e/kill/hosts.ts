/** A till that is there to be killed, in either host: how it is started, talked to, watched, and ended where it stands. */

import type { Page } from '@playwright/test';
import type { CallInput, CallName, CallOutput } from '../../app/contract/calls.ts';
import type { Result } from '../../app/contract/door.ts';
import type { CashierView, DisplayView } from '../../app/contract/view.ts';
import { desktopHost, killDesktop } from '../fixtures/electronTill.ts';
import { killHeadless, startHeadless } from '../fixtures/headless.ts';

export interface Screens {
  cashier(view: CashierView): void;
  display(view: DisplayView): void;
}

export interface Life {
  /** Rejects when the till is gone. */
  call<K extends CallName>(name: K, input: CallInput<K>): Promise<Result<CallOutput<K>>>;
  /** Tells everything that both screens say, until the till is gone. Resolves when it listens. */
  watch(screens: Screens): Promise<void>;
}

export interface KillHost {
  readonly name: 'headless' | 'electron' | 'unattended';
  readonly environment: Readonly<Record<string, string>>;
  /** The clock of its service: of a customer's ten minutes nobody wants to see all. */
  readonly timesFaster: number;
  /** Rejects when the till ends before it is ready. `born` gets the way to end it as soon as there is a process. */
  start(
    given: { readonly home: string; readonly environment: Readonly<Record<string, string>> },
    born: (kill: () => Promise<void>) => void,
  ): Promise<Life>;
  close(): Promise<void>;
}

export function headlessHost(): KillHost {
  return {
    name: 'headless',
    environment: {},
    timesFaster: 100,
    async start(given, born) {
      const till = await startHeadless({ ...given, born: (child) => born(() => killHeadless(child)) });
      return {
        call: till.call,
        async watch({ cashier, display }) {
          void till.follow('cashier', cashier);
          void till.follow('display', display);
        },
      };
    },
    close: async () => undefined,
  };
}

/** Its journal and the service's books are held against each other by time, so that has to be the same for both. */
export function unattendedHost(): KillHost {
  return {
    ...headlessHost(),
    name: 'unattended',
    environment: { KLUBBKASSA_KIND: 'unattended' },
    timesFaster: 1,
  };
}

export async function electronHost(): Promise<KillHost> {
  const desktop = await desktopHost();
  return {
    name: 'electron',
    environment: {},
    timesFaster: 100,
    async start(given, born) {
      const till = await desktop.open({ ...given, born: (child) => born(() => killDesktop(child)) });
      return {
        call: till.call,
        async watch({ cashier, display }) {
          await watchPage(till.cashier, cashier);
          await watchPage(till.display, display);
        },
      };
    },
    close: desktop.close,
  };
}

/** What the page hears it says on its console: whatever needs a handle of its own breaks when the till dies in that moment. */
async function watchPage<S>(page: Page, heard: (state: S) => void): Promise<void> {
  page.on('console', (message) => {
    const text = message.text();
    if (text.startsWith(mark)) heard(JSON.parse(text.slice(mark.length)) as S);
  });
  await page.evaluate((begin) => {
    window.till?.onState((state) => console.debug(begin + JSON.stringify(state)));
  }, mark);
}

const mark = 'heard: ';
