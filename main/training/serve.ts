/**
 * The training service as a program of its own, to point any till at: `node dist/main/training.js [--port N]
 * [--times-faster N]`. It prints one line of JSON with its address and keys when it is ready and is steered over HTTP
 * (`/training/customer`, `/training/fault`, `/training/ledger`, `/phone`). `--times-faster 100` lets its ten minutes
 * pass in six seconds. It ends with its standard input, so that it never outlives the test that started it.
 */

import { parseArgs } from 'node:util';
import { instant } from '../../app/kernel/time.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import { trainingKeys } from './options.ts';
import { realClock } from './realWorld.ts';
import { startTrainingServer } from './server.ts';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, 'times-faster': { type: 'string', default: '1' } },
});

const server = await startTrainingServer({
  port: Number(values.port),
  clock: faster(Number(values['times-faster'])),
});
process.stdout.write(
  `${JSON.stringify({ url: server.url, phone: `${server.url}/phone`, keys: trainingKeys })}\n`,
);

process.stdin.resume();
process.stdin.once('end', () => {
  void server.close().then(() => process.exit(0));
});

/** Time that runs `times` as fast, from now on. */
function faster(times: number): Clock {
  const start = realClock.monotonic();
  const wall = realClock.now();
  const elapsed = () => (realClock.monotonic() - start) * times;
  return {
    now: () => instant(wall + elapsed()),
    monotonic: elapsed,
    sleep: (ms, signal) => realClock.sleep(ms / times, signal),
  };
}
