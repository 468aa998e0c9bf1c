/** Every recording, from a device of its maker: known once by its descriptor and once by its maker alone. */

import { strict as assert } from 'node:assert';
import { composeReports } from '../../hardware/scanner/compose.ts';
import { readRecordings } from '../../hardware/scanner/recordings.ts';
import { telling } from './descriptors.ts';
import { idOf, scanner, silentScanner } from './devices.ts';
import type { Scenario } from './world.ts';

/** A scan after the recording: when it is there, all that the recording gives has been given. */
const after = 'the end';

export const recorded: readonly Scenario[] = readRecordings()
  .filter((recording) => recording.layout !== 'keyboard')
  .flatMap((recording) =>
    (['its maker', 'its descriptor'] as const).map((known) => ({
      name: `recording ${recording.name}, known by ${known}`,
      async play(world) {
        const { vendorId, layout } = recording;
        const device =
          known === 'its maker'
            ? silentScanner('RECORDED', vendorId)
            : scanner('RECORDED', { vendorId, descriptor: telling(layout) });
        const plugged = world.plug(device);
        const till = await world.till();
        await till.until('ready', () => till.stateOf(idOf(device)) === 'ready');
        const last = composeReports(after, recording.aim, layout === 'A' || layout === 'B' ? layout : 'C');
        for (const report of [...recording.reports, ...last]) plugged.input(report);
        await till.until('the end', () => till.texts().at(-1) === after);
        assert.deepEqual(
          till.scans.slice(0, -1).map((scan) => [scan.text, scan.symbology, scan.device]),
          recording.text === '' ? [] : [[recording.text, recording.aim, idOf(device)]],
        );
        return undefined;
      },
    })),
  );
