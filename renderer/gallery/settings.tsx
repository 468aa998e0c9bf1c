/** Pictures of the settings page. What needs a hand (typing, testing, choosing a file) is done by whoever looks. */

import type { CallName, CallOutput, SettingsView } from '../../app/contract/calls.ts';
import type { Door } from '../../app/contract/door.ts';
import type { DoctorScanView } from '../../app/contract/view.ts';
import type { Fault } from '../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { roadOf } from '../screens/Settings/webhooks/road.ts';
import { picture } from './frame.tsx';
import type { Pictures } from './gallery.tsx';
import { doctorPictures, manyDevices, scansOf, troubledDevices } from './settingsDoctorStates.ts';
import { codes, noRoad, ownCode, roadFailing, roadOpen, roadTaken } from './settingsRoadStates.ts';
import {
  cashierView,
  devices,
  fixedSettings,
  freshSettings,
  productTests,
  storedSettings,
} from './settingsStates.ts';

type Answers = { readonly [K in CallName]?: Result<CallOutput<K>> };

function answering(answers: Answers): Door['call'] {
  return async (name) => answers[name] ?? err<Fault>({ kind: 'doorClosed' });
}

function page(stored: SettingsView, more: Answers = {}, scans: readonly DoctorScanView[] = []) {
  const call = answering({
    'settings.get': ok(stored),
    'settings.update': ok({ settings: stored, restart: true }),
    'settings.test': ok(productTests),
    'scanner.list': ok(devices),
    'catalogue.import': ok({
      imported: 0,
      problems: [
        { line: 4, why: 'priceUnreadable: 12,3,4' },
        { line: 17, why: 'nameMissing' },
        { line: 230, why: 'barcodeUnreadable: 7038010004218' },
      ],
    }),
    'members.import': ok({ imported: 412, problems: [] }),
    'staticQr.list': ok(codes),
    'staticQr.put': ok({ id: ownCode.id }),
    'staticQr.delete': ok(null),
    'webhooks.list': ok(roadOpen),
    'webhooks.delete': ok(null),
    ...more,
  });
  const seen = cashierView(stored);
  const road = more['webhooks.list'];
  const own = more['staticQr.list'];
  const none = own?.ok === true && own.value.length === 0;
  const storeCode = none ? 'idle' : road?.ok ? roadOf(road.value, true) : 'open';
  return picture({
    state: { ...seen, service: { ...seen.service, storeCode }, doctor: { scans, pages: ['this'] } },
    view: { layer: 'settings' },
    call,
  });
}

/** A code of each verdict; the section is chosen by whoever looks. */
const doctor = Object.fromEntries(
  doctorPictures.map((name) => [
    `settings-doctor-${name}`,
    () => page(storedSettings, {}, scansOf(name, 'goods', 'wrongLayout', 'forPhones', 'unknownCode')),
  ]),
);

export const pictures: Pictures = {
  settings: () => page(storedSettings),
  'settings-training': () => page(freshSettings),
  'settings-fixed': () => page(fixedSettings),
  'settings-refused': () =>
    page(storedSettings, { 'settings.update': err({ kind: 'settingInvalid', field: 'posId' }) }),
  'settings-no-scanner': () =>
    page({ ...storedSettings, scanner: { kind: 'device', id: 'usb-gone' } }, { 'scanner.list': ok([]) }),
  'settings-road-none': () => page(storedSettings, { 'webhooks.list': ok(noRoad), 'staticQr.list': ok([]) }),
  'settings-road-taken': () => page(storedSettings, { 'webhooks.list': ok(roadTaken) }),
  'settings-road-failing': () => page(storedSettings, { 'webhooks.list': ok(roadFailing) }),
  'settings-no-code': () =>
    page(storedSettings, {
      'webhooks.list': ok({ ...roadOpen, checkIns: 'none' }),
      'staticQr.list': ok([]),
    }),
  ...doctor,
  'settings-doctor-denied': () => page(storedSettings, { 'scanner.list': ok(troubledDevices) }),
  'settings-doctor-many': () =>
    page(
      {
        ...storedSettings,
        customerScanners: ['usb-1eab-0d10', 'usb-05e0-2100'],
        serialScanner: { id: 'serial:05f9:4204', suffix: 'any' },
      },
      { 'scanner.list': ok(manyDevices) },
      scansOf('lettersLost', 'personal', 'command'),
    ),
  'settings-not-loaded': () => page(storedSettings, { 'settings.get': err({ kind: 'notAllowed' }) }),
};
