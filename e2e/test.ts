/**
 * `npm test`: every test there is, in one go, with one plain summary as its last line. Types and lint count as one test
 * each. What the machine lacks is installed where that is allowed and named where it is not. `npm run e2e` leaves out what
 * needs no built product.
 */

import { findElectron } from './runner/electron.ts';
import { prepareMachine } from './runner/machine.ts';
import { runPlaywright, runTool, runVitest, type Tally } from './runner/tools.ts';

const tallies: Tally[] = [];
const demanded = process.env['KLUBBKASSA_TEST_ELECTRON'] === 'required';

async function main(): Promise<void> {
  const missing = prepareMachine();
  for (const line of missing) console.error(line);
  // Tests that need what is missing are skipped; where all of them are demanded (CI), that is a failure.
  if (demanded && missing.length > 0) {
    tallies.push({ name: 'machine', passed: 0, failed: missing.length, skipped: 0 });
  }

  if (!process.argv.includes('--product-only')) {
    tallies.push(await runTool('types', 'tsc', ['-b', '--pretty', 'false']));
    tallies.push(await runTool('lint', 'biome', ['ci', '--error-on-warnings', '.']));
    tallies.push(await runVitest());
  }
  tallies.push(await runTool('build', 'vite', ['build', '--app']));
  tallies.push(await runPlaywright('chromium'));

  const electron = findElectron();
  if (electron !== null) tallies.push(await runPlaywright('electron'));
  else tallies.push(withoutElectron());
  // The packed till is looked at on the picture of a virtual display, which only Linux has.
  if (electron !== null && process.platform === 'linux') tallies.push(await runPlaywright('package'));

  const sum = (key: keyof Omit<Tally, 'name'>) => tallies.reduce((total, tally) => total + tally[key], 0);
  for (const { name, passed, failed, skipped } of tallies) {
    console.log(`${name.padEnd(12)} ${passed} passed, ${failed} failed, ${skipped} skipped`);
  }
  const failed = sum('failed');
  const skipped = sum('skipped');
  process.exitCode = failed === 0 ? 0 : 1;
  console.log(`${sum('passed')} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);
}

/** Without a binary there is nothing to run; where one is demanded (CI), that is a failure and not a skip. */
function withoutElectron(): Tally {
  console.error(
    'No Electron binary found: set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds one. The Electron tests did not run.',
  );
  return { name: 'electron', passed: 0, failed: demanded ? 1 : 0, skipped: demanded ? 0 : 1 };
}

await main();
