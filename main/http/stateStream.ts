/**
 * The state as server-sent events: the newest at once, then at every change, whole each time, and a comment now and then
 * so that nobody on the way takes the line for dead. A slow reader gets fewer states, and always the last one.
 */

import type { ServerResponse } from 'node:http';
import type { Audience } from '../../app/contract/audience.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { TillDoor } from '../door/door.ts';

const heartbeatMs = 15_000;

/** Streams until the reader goes away or `close` is called. */
export function streamState(
  response: ServerResponse,
  audience: Audience,
  ports: { readonly door: TillDoor; readonly clock: Clock },
): { close(): void } {
  const over = new AbortController();
  let waiting: string | null = null;

  function send(text: string): void {
    if (over.signal.aborted) return;
    if (response.writableNeedDrain) waiting = text;
    else response.write(text);
  }

  response.on('drain', () => {
    const text = waiting;
    waiting = null;
    if (text !== null) send(text);
  });

  async function beat(): Promise<void> {
    while (!over.signal.aborted) {
      await ports.clock.sleep(heartbeatMs, over.signal);
      if (!over.signal.aborted && !response.writableNeedDrain) response.write(': still here\n\n');
    }
  }

  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
    'X-Content-Type-Options': 'nosniff',
  });
  // Asks a browser to come back soon after a restart.
  response.write('retry: 1000\n\n');
  const stop = ports.door.onState(audience, (view) => {
    // A tablet's clock is its own: the time of the till goes with each state, whose times are the till's.
    const head = `event: state\nid: ${view.version}\nnow: ${ports.clock.now()}`;
    send(`${head}\ndata: ${JSON.stringify(view)}\n\n`);
  });
  void beat();

  function close(): void {
    if (over.signal.aborted) return;
    over.abort();
    stop();
    response.end();
  }
  response.on('close', close);
  return { close };
}
