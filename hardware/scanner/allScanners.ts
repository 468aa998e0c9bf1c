/** Every device that scans, real and simulated, as the one `Scanner` of the till. */

import { platform } from 'node:os';
import type { ScannerState } from '../../app/domain/scanner.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Log } from '../../app/ports/Log.ts';
import type { Scan, Scanner, ScannerStatus } from '../../app/ports/Scanner.ts';
import { remedyFor } from '../remedies.ts';
import type { DeviceStatus, ScannerChoice, ScannerSource, ScannersPorts } from './hidScanners.ts';

export interface AllScanners {
  readonly scanner: Scanner;
  choose(choice: ScannerChoice): void;
}

/** Which of several states stands for all: the till can be used as soon as one scanner is ready. */
const order: readonly ScannerState[] = ['ready', 'opening', 'denied', 'busy', 'lost', 'absent'];

export function fanIn(
  ports: { readonly clock: Clock; readonly log: Log },
  sources: readonly ((ports: ScannersPorts) => ScannerSource)[],
): AllScanners {
  const scanListeners = new Set<(scan: Scan) => void>();
  const statusListeners = new Set<(status: ScannerStatus) => void>();
  const started: ScannerSource[] = [];
  let told: ScannerStatus | null = null;

  function onScan(scan: Scan): void {
    for (const listener of scanListeners) {
      try {
        listener(scan);
      } catch (error) {
        // A defect of a listener: it must neither take the scan from the others nor the line from the device.
        ports.log.error('scanner.listenerFailed', { why: error instanceof Error ? error.name : 'unknown' });
      }
    }
  }

  function onStatus(): void {
    const status = combined(started.flatMap((source) => source.statuses()));
    if (told?.state === status.state && told.name === status.name && told.away === status.away) return;
    told = status;
    for (const listener of statusListeners) listener(status);
  }

  const inUse = () => started.flatMap((source) => source.inUse());

  for (const source of sources) started.push(source({ ...ports, onScan, onStatus }));

  return {
    scanner: {
      status: () => combined(started.flatMap((source) => source.statuses())),
      onStatus(listener) {
        statusListeners.add(listener);
        return () => statusListeners.delete(listener);
      },
      onScan(listener) {
        scanListeners.add(listener);
        return () => scanListeners.delete(listener);
      },
      inUse,
      async list() {
        const listed = (await Promise.all(started.map((source) => source.list()))).flat();
        const used = inUse();
        const away = used.filter((one) => listed.every((other) => other.id !== one.id));
        const unused = { state: 'unused', dropped: new Map<string, number>() } as const;
        return [
          ...listed.map((one) => used.find((other) => other.id === one.id) ?? { ...one, ...unused }),
          ...away,
        ].map((one) => ({ ...one, remedy: remedyFor(one, platform()) }));
      },
      async close() {
        await Promise.all(started.map((source) => source.close()));
        scanListeners.clear();
        statusListeners.clear();
      },
    },
    choose(choice) {
      for (const source of started) source.choose(choice);
    },
  };
}

function combined(inUse: readonly DeviceStatus[]): ScannerStatus {
  for (const state of order) {
    const found = inUse.find((one) => one.state === state);
    if (!found) continue;
    const away = inUse.filter(
      (one) => one !== found && one.state !== 'ready' && one.state !== 'opening',
    ).length;
    return { ...found, away };
  }
  return { state: 'absent', name: null, away: 0 };
}
