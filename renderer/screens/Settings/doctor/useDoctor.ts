/** The scanner doctor while its section is shown: open as long as somebody can see it, and what the till says of it. */

import { useCallback, useEffect, useRef, useState } from 'react';
import type { CashierView, DoctorScanView, ScannerDeviceView } from '../../../../app/contract/view.ts';
import type { Fault } from '../../../../app/kernel/fault.ts';
import { useDoor, useTill } from '../../../stores/context.tsx';
import { isCashierView, type TillMirror } from '../../../stores/tillStore.ts';
import { pageName, tellDoctor } from './doctorLine.ts';

/** A third of the time for which the till lends its scanners to the page. */
const sayAgainMs = 5000;

export interface Scanners {
  /** Without serial ports that were not chosen: nobody knows what is at their other end. */
  readonly devices: readonly ScannerDeviceView[];
  readonly serialPorts: readonly ScannerDeviceView[];
  /** Nothing has been answered yet. */
  readonly unknown: boolean;
  readonly asking: boolean;
  readonly fault: Fault | null;
  look(): void;
}

const noScans: readonly DoctorScanView[] = [];

/** The newest first; none while the doctor is closed. */
export function useDoctorScans(): readonly DoctorScanView[] {
  return useTill((mirror) => cashierOf(mirror)?.doctor?.scans ?? noScans);
}

export function useDoctorOpen(): void {
  const door = useDoor();
  useEffect(() => {
    const page = pageName(window.sessionStorage);
    let again: ReturnType<typeof setInterval> | null = null;
    const open = () => {
      void tellDoctor(door, page, true);
      again ??= setInterval(() => void tellDoctor(door, page, true), sayAgainMs);
    };
    const close = () => {
      if (again === null) return;
      clearInterval(again);
      again = null;
      void tellDoctor(door, page, false);
    };
    const follow = () => (document.hidden ? close() : open());
    follow();
    document.addEventListener('visibilitychange', follow);
    window.addEventListener('pagehide', close);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      window.removeEventListener('pagehide', close);
      close();
    };
  }, [door]);
}

/** The scanners at hand, asked for anew when the till's own scanner changes, after each scan and after each saving. */
export function useScanners(savedAt: number | null): Scanners {
  const door = useDoor();
  const scanner = useTill((mirror) => JSON.stringify(cashierOf(mirror)?.devices.scanner ?? null));
  const scans = useTill((mirror) => cashierOf(mirror)?.doctor?.scans[0]?.number ?? 0);
  const [devices, setDevices] = useState<readonly ScannerDeviceView[] | null>(null);
  const [asking, setAsking] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const newest = useRef(0);

  const look = useCallback(() => {
    newest.current += 1;
    const mine = newest.current;
    setAsking(true);
    void door.call('scanner.list', {}).then((answer) => {
      if (mine !== newest.current) return;
      setAsking(false);
      setFault(answer.ok ? null : answer.fault);
      if (answer.ok) setDevices(answer.value);
    });
  }, [door]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what has changed is the reason to look
  useEffect(look, [look, scanner, scans, savedAt]);

  const listed = devices ?? [];
  return {
    devices: listed.filter(({ mode, state }) => mode !== 'serial' || state !== 'unused'),
    serialPorts: listed.filter(({ mode }) => mode === 'serial'),
    unknown: devices === null,
    asking,
    fault,
    look,
  };
}

function cashierOf({ state }: TillMirror): CashierView | null {
  return isCashierView(state) ? state : null;
}
