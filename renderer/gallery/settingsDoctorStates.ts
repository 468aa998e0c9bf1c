/** Scans and scanners of the doctor's pictures: every verdict, and every trouble a scanner can have. */

import type { DoctorScanView, ScannerDeviceView } from '../../app/contract/view.ts';
import { at } from './cashierParts.ts';
import { devices } from './settingsStates.ts';

type Part = Pick<DoctorScanView, 'meaning' | 'verdict' | 'shown' | 'length'> &
  Partial<Pick<DoctorScanView, 'symbology' | 'typed' | 'device'>>;

const typed = { device: null, symbology: null, typed: { suffix: 'enter', meanGapMs: 11.7 } } as const;

const scans = {
  personal: {
    meaning: { kind: 'personalQr', form: 'number', masked: '••• 67' },
    verdict: 'readsWell',
    shown: 'https://qr.vipps.no/28/2/01/031/•••',
    length: 46,
  },
  token: {
    meaning: { kind: 'personalQr', form: 'token', masked: null },
    verdict: 'readsWell',
    shown: 'https://qr.vipps.no/p/•••',
    length: 80,
  },
  goods: {
    meaning: { kind: 'goods', code: '7038010004217', product: 'Termos stål 0,75 l' },
    verdict: 'readsWell',
    shown: '7038010004217',
    length: 13,
    symbology: ']E0',
  },
  unknownProduct: {
    meaning: { kind: 'goods', code: '5901234123457', product: null },
    verdict: 'unknownProduct',
    shown: '5901234123457',
    length: 13,
    symbology: ']E0',
  },
  command: {
    meaning: { kind: 'command', command: 'park' },
    verdict: 'readsWell',
    shown: 'KLUBBKASSA0PARK',
    length: 15,
    symbology: ']C0',
  },
  wrongLayout: {
    ...typed,
    meaning: { kind: 'damaged', what: 'personalQr', layouts: { scanner: 'US', computer: 'NO' } },
    verdict: 'wrongLayout',
    shown: 'httpsØ--qr.vipps.no…',
    length: 46,
  },
  lettersLost: {
    ...typed,
    meaning: { kind: 'sheet', sheet: 'letters', whole: false, right: 11, of: 23 },
    verdict: 'lettersLost',
    shown: 'KLUBBKASSA0\';[];\'"{}:"',
    length: 22,
  },
  cut: {
    meaning: { kind: 'cut', what: 'personalQr' },
    verdict: 'cut',
    shown: 'https://qr.vipps.no…',
    length: 32,
  },
  noSuffix: {
    ...typed,
    meaning: { kind: 'goods', code: '7038010004217', product: 'Termos stål 0,75 l' },
    verdict: 'noSuffix',
    shown: '7038010004217',
    length: 13,
    typed: { suffix: 'none', meanGapMs: 19.2 },
  },
  misread: {
    meaning: { kind: 'misread' },
    verdict: 'misread',
    shown: '70•••18',
    length: 13,
    symbology: ']E0',
  },
  forPhones: {
    meaning: { kind: 'storeQr' },
    verdict: 'forPhones',
    shown: 'https://qr.vipps.no/mc/4f6b4ddc',
    length: 31,
  },
  unknownCode: {
    meaning: { kind: 'unknown' },
    verdict: 'unknownCode',
    shown: 'LAGER-7/B',
    length: 9,
    symbology: ']C0',
  },
} as const satisfies Readonly<Record<string, Part>>;

export type DoctorPicture = keyof typeof scans;

export const doctorPictures = Object.keys(scans) as readonly DoctorPicture[];

/** This scan as the newest, and these before it. */
export function scansOf(
  newest: DoctorPicture,
  ...earlier: readonly DoctorPicture[]
): readonly DoctorScanView[] {
  const all = [newest, ...earlier];
  return all.map((name, index) => ({
    side: 'cashier',
    symbology: ']Q1',
    device: { name: 'Zebra DS2208', mode: 'hidPos' },
    typed: null,
    ...scans[name],
    number: all.length - index,
    at: at(14, 31, 58 - index * 9),
  }));
}

const zebra: ScannerDeviceView = {
  id: 'usb-05e0-1900',
  name: 'Zebra DS2208',
  mode: 'hidPos',
  state: 'ready',
  side: 'cashier',
  dropped: [],
  remedy: null,
};

export const troubledDevices: readonly ScannerDeviceView[] = [
  {
    ...zebra,
    state: 'denied',
    remedy: {
      kind: 'udevRule',
      file: '/etc/udev/rules.d/70-klubbkassa-scanner.rules',
      rule: 'KERNEL=="hidraw*", SUBSYSTEM=="hidraw", ATTRS{idVendor}=="05e0", MODE="0660", TAG+="uaccess"',
    },
  },
];

export const manyDevices: readonly ScannerDeviceView[] = [
  { ...zebra, dropped: [{ why: 'torn', count: 2 }] },
  {
    ...zebra,
    id: 'usb-1eab-0d10',
    name: 'Newland FM420',
    side: 'customer',
    state: 'lost',
    remedy: { kind: 'plugIn' },
  },
  {
    ...zebra,
    id: 'usb-0c2e-0b81',
    name: 'Honeywell Xenon 1900',
    state: 'busy',
    remedy: { kind: 'otherProgram' },
  },
  {
    id: 'serial:05f9:4204',
    name: 'Datalogic (COM7)',
    mode: 'serial',
    state: 'ready',
    side: 'cashier',
    dropped: [],
    remedy: null,
  },
  ...devices.filter((one) => one.mode === 'keyboard'),
];
