/**
 * An end that asks first: while a payment is not settled, leaving is a question that names it and offers to show it
 * (I11). Nothing would be lost by leaving, for the next start goes on with the payment; but nobody would watch it
 * meanwhile.
 */

import { app, type BrowserWindow, dialog, type MessageBoxOptions } from 'electron';
import type { Sale } from '../../app/domain/sale.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Log } from '../../app/ports/Log.ts';
import { nameOf, type QuitWords, quitWords } from './quitWords.ts';

export interface Leaving {
  /** Sales with a payment on its way right now, and how to bring one of them to the screen. */
  readonly unresolved: () => readonly Sale[];
  readonly show: (sale: Sale) => void;
  readonly language: () => keyof typeof quitWords;
  readonly tillWindow: () => BrowserWindow | null;
  /** Whether somebody who may answer stands before it: a machine that nobody attends leaves at once. */
  readonly asks: () => boolean;
  /** Undoes everything; waited for, within reason. */
  readonly close: () => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
}

export interface LeavingInOrder {
  /** The till is ending, and its windows close with it. */
  isAllowed(): boolean;
  /** Closing this window is leaving, so it is asked about in the same way. */
  leaveWith(window: BrowserWindow): void;
}

const mostCloseMs = 5_000;

export function leaveInOrder(leaving: Leaving): LeavingInOrder {
  const { clock, log } = leaving;
  let phase: 'working' | 'asking' | 'allowed' | 'closing' = 'working';

  async function ask(sale: Sale, more: number): Promise<void> {
    phase = 'asking';
    const words: QuitWords = quitWords[leaving.language()];
    const options: MessageBoxOptions = {
      type: 'warning',
      message: words.title(nameOf(sale)),
      detail: more === 0 ? words.detail : `${words.more(more)} ${words.detail}`,
      buttons: [words.resolve, words.leave],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    };
    const window = leaving.tillWindow();
    // A question whose window goes is answered with "stay", else nobody could ever ask again.
    const gone = new AbortController();
    window?.once('closed', () => gone.abort());
    const asked = { ...options, signal: gone.signal };
    const { response } = await (window === null
      ? dialog.showMessageBox(asked)
      : dialog.showMessageBox(window, asked));
    phase = response === 1 ? 'allowed' : 'working';
    if (phase === 'allowed') app.quit();
    else leaving.show(sale);
  }

  app.on('before-quit', (event) => {
    if (phase === 'allowed' || phase === 'closing') return;
    if (phase === 'asking') {
      event.preventDefault();
      return;
    }
    const [first, ...more] = leaving.unresolved();
    if (first === undefined || !leaving.asks()) {
      phase = 'allowed';
      return;
    }
    event.preventDefault();
    ask(first, more.length).catch((thrown: unknown) => {
      log.error('quit.notAsked', { why: String(thrown) });
      phase = 'working';
    });
  });

  app.on('window-all-closed', () => app.quit());
  app.on('second-instance', () => {
    const window = leaving.tillWindow();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });

  app.on('will-quit', (event) => {
    if (phase === 'closing') return;
    event.preventDefault();
    phase = 'closing';
    const closed = leaving
      .close()
      .catch((thrown: unknown) => log.error('close.failed', { why: String(thrown) }));
    void Promise.race([closed, clock.sleep(mostCloseMs)]).then(() => app.exit(0));
  });

  // A service manager that stops the till does not answer questions.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      phase = 'allowed';
      app.quit();
    });
  }

  return {
    isAllowed: () => phase === 'allowed' || phase === 'closing',
    leaveWith(window) {
      window.on('close', (event) => {
        if (phase === 'allowed' || phase === 'closing') return;
        event.preventDefault();
        app.quit();
      });
      // Windows is about to end the session: the same question, while it waits.
      window.on('query-session-end', (event) => {
        if (leaving.unresolved().length === 0 || phase === 'allowed') return;
        event.preventDefault();
        app.quit();
      });
    },
  };
}
