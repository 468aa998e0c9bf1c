/**
 * The training service as a program of its own: a server to point a till at, steered over its standard input. It prints
 * one line of JSON when it is ready; then each line of JSON on stdin is a command and gets one line as its answer.
 *
 *     node dist/main/training.js [--port N] [--times-faster N]
 *     {"customer": {"phone": "4791234567", "does": "decline"}}
 *     {"fault": {"endpoint": "epayment.capture", "what": "dropAfter"}}
 *     {"token": "kari", "phone": "4791234567"}        a tokenised personal code that stands for a number
 *     {"pushAllowed": false}                           the sales unit is not approved for push
 *     {"ledger": true}                                 everything that happened
 *
 * `--times-faster 100` lets its ten minutes pass in six seconds. It ends when its standard input does.
 */

import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { instant } from '../../app/kernel/time.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import { customerCommand } from './customers.ts';
import { faultCommand } from './faults.ts';
import { trainingKeys } from './options.ts';
import { realClock } from './realWorld.ts';
import { startTrainingServer, type TrainingServer } from './server.ts';

const command = z.union([
  z.strictObject({ customer: customerCommand }),
  z.strictObject({ fault: faultCommand }),
  z.strictObject({ token: z.string().min(1), phone: z.string().min(1) }),
  z.strictObject({ pushAllowed: z.boolean() }),
  z.strictObject({ ledger: z.literal(true) }),
]);

const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, 'times-faster': { type: 'string', default: '1' } },
});

const server = await startTrainingServer({
  port: Number(values.port),
  clock: faster(Number(values['times-faster'])),
});
say({ url: server.url, phone: `${server.url}/phone`, keys: trainingKeys });

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => say(obey(server, line)));
lines.on('close', () => {
  void server.close().then(() => process.exit(0));
});

function obey({ service }: TrainingServer, line: string): unknown {
  const read = command.safeParse(parse(line));
  if (!read.success) return { fault: z.prettifyError(read.error) };
  if ('customer' in read.data) service.applyCustomer(read.data.customer);
  else if ('fault' in read.data) service.applyFault(read.data.fault);
  else if ('token' in read.data) service.addPersonalQrToken(read.data.token, read.data.phone);
  else if ('pushAllowed' in read.data) service.setSalesUnit({ pushAllowed: read.data.pushAllowed });
  else return { ledger: service.ledger() };
  return { ok: true };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function say(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

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
