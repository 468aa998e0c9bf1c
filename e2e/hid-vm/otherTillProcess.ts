/** The program of `otherTill.ts`: tells its parent what its scanner says, and ends with it. */

import { openHardware } from '../../hardware/index.ts';
import { realClock } from '../../hardware/testing/realClock.ts';

export type OtherTillSays =
  | { readonly kind: 'state'; readonly state: string }
  | { readonly kind: 'scan'; readonly text: string };

const tell = (told: OtherTillSays): void => void process.send?.(told);
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

const hardware = await openHardware({ scanner: { kind: 'auto' } }, { clock: realClock, log: silent });
hardware.scanner.onStatus(({ state }) => tell({ kind: 'state', state }));
hardware.scanner.onScan(({ text }) => tell({ kind: 'scan', text }));
process.once('disconnect', () => void hardware.close().then(() => process.exit()));
