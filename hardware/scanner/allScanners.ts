/** Everything that scans, as the one `Scanner` of the till: real and simulated devices and the windows' keyboards. */

import type { Clock } from '../../app/ports/Clock.ts';
import type { Log } from '../../app/ports/Log.ts';
import type { Scan, Scanner, ScannerState, ScannerStatus } from '../../app/ports/Scanner.ts';
import type { ScannerChoice, ScannerSource, ScannersPorts } from './hidScanners.ts';

export interface AllScanners {
  readonly scanner: Scanner;
  /** A scan that a keyboard wedge typed in a window. */
  windowScan(text: string, symbology: string | null): void;
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
    if (told?.state === status.state && told.name === status.name) return;
    told = status;
    for (const listener of statusListeners) listener(status);
  }

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
      list: async () => (await Promise.all(started.map((source) => source.list()))).flat(),
      async close() {
        await Promise.all(started.map((source) => source.close()));
        scanListeners.clear();
        statusListeners.clear();
      },
    },
    windowScan(text, symbology) {
      ports.log.info('scanner.scan', { device: 'window', symbology, length: text.length });
      onScan({ text, symbology, device: 'window', at: ports.clock.now() });
    },
    choose(choice) {
      for (const source of started) source.choose(choice);
    },
  };
}

function combined(statuses: readonly ScannerStatus[]): ScannerStatus {
  for (const state of order) {
    const found = statuses.find((status) => status.state === state);
    if (found) return found;
  }
  return { state: 'absent', name: null };
}
