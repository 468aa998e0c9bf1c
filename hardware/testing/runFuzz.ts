/**
 * `npm run fuzz -- --reports 1000000 --seed 1`: feeds that many mutated reports and reports of chance, and says what came
 * of them. Fails when a text came out that was not sent, or a scan that was not damaged did not.
 */

import { parseArgs } from 'node:util';
import type { Dropped } from '../scanner/assembly.ts';
import { createFuzz } from '../scanner/fuzz.ts';

const { values } = parseArgs({
  options: { reports: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } },
});
const wanted = Number(values.reports);
const firstSeed = Number(values.seed);
const episodesOfASeed = 100;

function heapMB(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
}

const dropped = new Map<Dropped, number>();
let [reports, scans, ofChance, neverSent, missing, seed] = [0, 0, 0, 0, 0, firstSeed];
const before = heapMB();
const from = performance.now();
for (; reports < wanted; seed += 1) {
  const fuzz = createFuzz(seed);
  for (let number = 0; number < episodesOfASeed && reports < wanted; number += 1) {
    const episode = fuzz.next();
    const isWhole = episode.sent !== null && !episode.damaged;
    const isMissing = isWhole && episode.got.length !== 1;
    reports += episode.reports;
    neverSent += episode.neverSent;
    missing += isMissing ? 1 : 0;
    if (episode.sent === null) ofChance += episode.got.length;
    else scans += episode.got.length;
    if (isMissing || episode.neverSent > 0) say(`seed ${seed}, number ${number}: ${JSON.stringify(episode)}`);
  }
  for (const [why, count] of fuzz.dropped()) dropped.set(why, (dropped.get(why) ?? 0) + count);
}
const seconds = (performance.now() - from) / 1000;
const after = heapMB();

say(`reports             ${reports}, seeds ${firstSeed} to ${seed - 1}`);
say(`scans               ${scans}, and ${ofChance} texts that stand in a report of chance`);
for (const [why, count] of [...dropped].sort()) say(`dropped ${why.padEnd(11)} ${count}`);
say(`texts never sent    ${neverSent}`);
say(`whole scans missing ${missing}`);
say(`seconds             ${oneDigit(seconds)}`);
say(`heap                ${oneDigit(before)} MB before, ${oneDigit(after)} MB after`);
process.exitCode = neverSent + missing === 0 ? 0 : 1;

function oneDigit(value: number): number {
  return Math.round(value * 10) / 10;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
