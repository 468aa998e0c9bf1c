/**
 * The machine's own rest: it does not fall asleep over an open payment, reads what is open the moment it wakes, and asks
 * before it is shut down (I11). One that sells by itself does not fall asleep at all: its code must be there to be scanned.
 */

import { app, powerMonitor, powerSaveBlocker } from 'electron';
import type { Log } from '../../app/ports/Log.ts';
import type { Till } from '../../app/till.ts';

export function watchPower(parts: {
  readonly till: Pick<Till, 'onChange' | 'awake'>;
  readonly unresolved: () => boolean;
  /** Whether it sells by itself. */
  readonly machine: boolean;
  readonly log: Log;
}): void {
  if (parts.machine) powerSaveBlocker.start('prevent-display-sleep');
  let blocker: number | null = null;

  function stayAwake(): void {
    if (parts.unresolved() === (blocker !== null)) return;
    if (blocker === null) blocker = powerSaveBlocker.start('prevent-app-suspension');
    else {
      powerSaveBlocker.stop(blocker);
      blocker = null;
    }
  }

  parts.till.onChange(stayAwake);
  stayAwake();
  powerMonitor.on('resume', () => {
    parts.log.info('power.resumed');
    parts.till.awake();
  });
  // Linux and macOS wait for who asks them to; quitting then names the payment as always.
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    if (!parts.unresolved()) return;
    event?.preventDefault();
    app.quit();
  });
}
