/**
 * Takes the pictures of the manual and the README into `docs/screens`: the built headless till in training mode, driven in
 * Chromium through every state of the checkout. Run it by hand after `npm run build`, with the Node of the project:
 *
 *     npx node e2e/pictures/take.ts                 every picture
 *     npx node e2e/pictures/take.ts waiting paid    the scenes that have these
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { chromiumPath } from '../runner/machine.ts';
import { checkInScenes } from './scenesOfCheckIn.ts';
import { machineScenes } from './scenesOfMachines.ts';
import { payingScenes } from './scenesOfPaying.ts';
import { paymentsScenes } from './scenesOfPayments.ts';
import { scannerScenes } from './scenesOfScanners.ts';
import { sellingScenes } from './scenesOfSelling.ts';
import { troubleScenes } from './scenesOfTrouble.ts';
import { smallPng } from './smallPng.ts';
import { setUpMarket } from './stall.ts';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'screens');
const scenes = [
  ...sellingScenes,
  ...checkInScenes,
  ...payingScenes,
  ...paymentsScenes,
  ...troubleScenes,
  ...scannerScenes,
  ...machineScenes,
];

const wanted = process.argv.slice(2);
const known = scenes.flatMap((scene) => scene.pictures);
const unknown = wanted.filter((name) => !known.includes(name));
const executablePath = chromiumPath();

if (executablePath === null) fail('there is no Chromium on this machine');
if (unknown.length > 0) fail(`no such picture: ${unknown.join(' ')}. There are: ${known.join(' ')}`);
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const market = await setUpMarket(browser);
try {
  for (const scene of scenes) {
    if (wanted.length > 0 && !scene.pictures.some((name) => wanted.includes(name))) continue;
    const stall = await market.open(scene.stall);
    const left = new Set(scene.pictures);
    try {
      await scene.play(stall, async (name, page) => {
        left.delete(name);
        await take(name, page);
      });
    } finally {
      await stall.close();
    }
    if (left.size > 0) throw new Error(`not taken: ${[...left].join(' ')}`);
  }
} finally {
  market.close();
  await browser.close();
}

async function take(name: string, page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  // Finite movements stand at their end, so that a picture is the same whenever it is taken.
  const picture = await page.screenshot({ animations: 'disabled' });
  writeFileSync(join(folder, `${name}.png`), smallPng(picture));
  process.stdout.write(`${name}\n`);
}

function fail(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
