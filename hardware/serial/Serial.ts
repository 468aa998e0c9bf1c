/** Driver of one serial port: keeps its line open through unplugging, and turns its bytes into scans. */

import type { ScannerState } from '../../app/domain/scanner.ts';
import { assertNever } from '../../app/kernel/assertNever.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Log } from '../../app/ports/Log.ts';
import type { Scan } from '../../app/ports/Scanner.ts';
import { type Line, startConnection } from '../connection.ts';
import type { DeviceFault } from '../hid/hid.ts';
import type { Dropped } from '../scanner/assembly.ts';
import { countDrops } from '../scanner/drops.ts';
import { showState } from '../scanner/scannerState.ts';
import { createLines, idleMs, type LineOutcome, type Lines, type Suffix } from './lines.ts';
import type { SerialListener, SerialPorts } from './serialPorts.ts';

export interface SerialDevice {
  readonly id: string;
  readonly suffix: Suffix;
}

export interface SerialDriverPorts {
  readonly serial: SerialPorts;
  readonly clock: Clock;
  readonly log: Log;
  /** Where the port is now; `null` while it is away. Asked before each attempt to open it. */
  readonly find: () => Promise<string | null>;
  readonly onScan: (scan: Scan) => void;
  readonly onState: () => void;
}

export interface Serial {
  state(): ScannerState;
  /** What gave no scan, by reason, since the driver was started. */
  dropped(): ReadonlyMap<Dropped, number>;
  close(): Promise<void>;
}

export function startSerial(device: SerialDevice, ports: SerialDriverPorts): Serial {
  const { clock, log } = ports;
  const drops = countDrops(device.id, log);
  const shown = showState(device.id, log, ports.onState);

  function tell(outcome: LineOutcome): void {
    switch (outcome.kind) {
      case 'dropped':
        drops.count(outcome.why);
        return;
      case 'scan': {
        const { text, symbology } = outcome;
        log.info('scanner.scan', { device: device.id, symbology, length: text.length });
        ports.onScan({ text, symbology, device: device.id, at: clock.now() });
        return;
      }
      default:
        assertNever(outcome);
    }
  }

  /** In two halves: after this process was busy for longer, what has come meanwhile is read between them. */
  async function endWhenIdle(lines: Lines, more: AbortSignal): Promise<void> {
    await clock.sleep(idleMs / 2, more);
    if (!more.aborted) await clock.sleep(idleMs / 2, more);
    if (!more.aborted) lines.idle().forEach(tell);
  }

  async function dial(lost: () => void): Promise<Result<Line, DeviceFault>> {
    const path = await ports.find();
    if (path === null) return err({ kind: 'deviceMissing' });
    const lines = createLines(device.suffix);
    let pause = new AbortController();

    const listener: SerialListener = {
      bytes(bytes) {
        pause.abort();
        lines.feed(bytes).forEach(tell);
        if (!lines.begun()) return;
        pause = new AbortController();
        void endWhenIdle(lines, pause.signal);
      },
      lost(why) {
        log.warn('scanner.lost', { device: device.id, why });
        lost();
      },
    };
    const opened = await ports.serial.open(path, listener);
    if (!opened.ok) return opened;
    return ok({
      close() {
        // Before the line is closed, which may take longer than the silence that would make a code of the half one.
        if (lines.removed()) drops.count('removed');
        return opened.value.close();
      },
    });
  }

  const connection = startConnection(dial, clock, shown.enter);
  return { state: shown.state, dropped: drops.totals, close: () => connection.close() };
}
