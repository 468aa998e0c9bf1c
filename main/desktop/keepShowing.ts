/** Shows one page in a window and brings it back when its process dies or hangs: the sale lives in the main process. */

import type { WebContents } from 'electron';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Log } from '../../app/ports/Log.ts';

const hangMs = 10_000;
/** Between two attempts, so that a page that dies at once does not eat the machine. */
const pauseMs = 1_000;

export function keepShowing(
  contents: WebContents,
  address: string,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): void {
  let hanging: AbortController | null = null;

  function load(): void {
    if (contents.isDestroyed()) return;
    contents.loadURL(address).catch((thrown: unknown) => {
      log.error('window.notLoaded', { why: thrown instanceof Error ? thrown.message : String(thrown) });
    });
  }

  async function reloadSoon(): Promise<void> {
    await clock.sleep(pauseMs);
    load();
  }

  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    hanging?.abort();
    if (reason === 'clean-exit') return;
    log.error('window.gone', { reason, exitCode });
    void reloadSoon();
  });
  contents.on('unresponsive', () => {
    log.error('window.hangs', {});
    hanging = new AbortController();
    const { signal } = hanging;
    void clock.sleep(hangMs, signal).then(() => {
      // Ends as `render-process-gone`, which loads it again.
      if (!signal.aborted && !contents.isDestroyed()) contents.forcefullyCrashRenderer();
    });
  });
  contents.on('responsive', () => hanging?.abort());
  load();
}
