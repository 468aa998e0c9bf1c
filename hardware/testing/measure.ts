/**
 * For the bench: from a report to its scan, and what a key of a keyboard wedge costs. Prints one line of JSON:
 * `node hardware/testing/measure.ts SOCKET`.
 */

import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { press, quiet, silence, type WedgeState } from '../../app/domain/wedge.ts';
import { openHardware } from '../index.ts';
import { composeReports } from '../scanner/compose.ts';
import { connectSimulated, type SimulatedClient } from '../simulated/client.ts';
import { realClock } from './realClock.ts';

const code = 'https://qr.vipps.no/28/2/01/031/4712345678?v=1';
const samples = 2000;
/** The first ones pay for code that has not been translated yet. */
const warming = 300;
const keysApartMs = 2;

const [socket = ''] = process.argv.slice(2);
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function measureReports() {
  const hardware = await openHardware(
    { scanner: { kind: 'none' }, simulatedSocket: socket },
    { clock: realClock, log: silent },
  );
  let cameAt = 0;
  hardware.scanner.onScan(() => {
    cameAt = performance.now();
  });
  const client = await connectSimulated(socket);
  const hex = Buffer.from(composeReports(code, ']Q1')[0] ?? []).toString('hex');
  const { client: bare, arrivedAt, close } = await openBare(`${socket}-bare`);
  const [scanned, arrived]: [number[], number[]] = [[], []];
  for (let sample = -warming; sample < samples; sample += 1) {
    let from = performance.now();
    await client.send({ kind: 'report', hex });
    const toScan = cameAt - from;
    from = performance.now();
    await bare.sendRaw(JSON.stringify({ kind: 'report', hex }));
    if (sample < 0) continue;
    scanned.push(toScan);
    arrived.push(arrivedAt() - from);
  }
  for (const one of [client, bare]) await one.close();
  await close();
  await hardware.close();
  return { scanned, arrived };
}

/** The same line over a socket of the same kind to somebody who only reads it. */
async function openBare(path: string): Promise<{
  readonly client: SimulatedClient;
  arrivedAt(): number;
  close(): Promise<unknown>;
}> {
  let at = 0;
  const server = createServer((peer) => {
    createInterface({ input: peer }).on('line', () => {
      at = performance.now();
      peer.write('{}\n');
    });
  }).listen(path);
  await once(server, 'listening');
  const client = await connectSimulated(path);
  return { client, arrivedAt: () => at, close: () => once(server.close(), 'close') };
}

/** Milliseconds a key, as the mean over each whole code and its Enter. */
function measureKeys(): readonly number[] {
  const keys = [...code, 'Enter'];
  const values: number[] = [];
  let at = 0;
  for (let sample = -warming; sample < samples; sample += 1) {
    let [state, scans]: [WedgeState, number] = [quiet, 0];
    at += 10_000;
    const from = performance.now();
    for (const key of keys) {
      at += keysApartMs;
      const step = press(state, { key, code: '', shift: false, at });
      state = step.state;
      if (step.scan !== null) scans += 1;
    }
    const took = performance.now() - from;
    if (scans !== 1 || silence(state, at).scan !== null) throw new Error(`${scans} scans of one code`);
    if (sample >= 0) values.push(took / keys.length);
  }
  return values;
}

const { scanned, arrived } = await measureReports();
process.stdout.write(`${JSON.stringify({ scanned, arrived, keys: measureKeys() })}\n`);
