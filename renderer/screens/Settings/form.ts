/**
 * What is being typed on the settings page, before it is saved. One flat form for all sections; a stored key is not in
 * it, because keys go in and never come out: an empty key field keeps what is stored.
 */

import type { SettingsChange, SettingsView } from '../../../app/contract/calls.ts';
import type { Currency } from '../../../app/domain/money.ts';

export interface SettingsForm {
  readonly storeName: string;
  readonly place: string;
  readonly tillNumber: string;
  readonly posId: string;
  readonly market: SettingsView['market'];
  readonly language: SettingsView['language'];
  readonly clubName: string;
  readonly profile: SettingsView['profile'];
  readonly merchantSerialNumber: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly subscriptionKey: string;
  readonly checkIn: boolean;
  readonly membersKind: SettingsView['members']['kind'];
  readonly membersUrl: string;
  readonly registryToken: string;
  readonly scannerKind: SettingsView['scanner']['kind'];
  /** Id of the chosen device; empty unless `scannerKind` is `device`. */
  readonly scannerDevice: string;
  /** Id of the serial port with a scanner at its end; empty for none. */
  readonly serialPort: string;
  readonly serialSuffix: SerialSuffix;
  readonly customerScanners: SettingsView['customerScanners'];
  readonly customerScannerAddsGoods: boolean;
  readonly customerScreen: SettingsView['customerScreen'];
  readonly cameraScanner: boolean;
}

/** What ends a code on a serial line. */
export type SerialSuffix = NonNullable<SettingsView['serialScanner']>['suffix'];

export type FieldName = keyof SettingsForm;
/** Keys of the sales unit. */
export type KeyName = 'clientId' | 'clientSecret' | 'subscriptionKey';
export type SecretField = KeyName | 'registryToken';

export const keyNames: readonly KeyName[] = ['clientId', 'clientSecret', 'subscriptionKey'];

export function formOf(view: SettingsView): SettingsForm {
  return {
    storeName: view.store.name,
    place: view.store.place,
    tillNumber: view.store.tillNumber,
    posId: view.posId,
    market: view.market,
    language: view.language,
    clubName: view.clubName,
    profile: view.profile,
    merchantSerialNumber: view.merchantSerialNumber,
    clientId: '',
    clientSecret: '',
    subscriptionKey: '',
    checkIn: view.checkIn,
    membersKind: view.members.kind,
    membersUrl: view.members.kind === 'http' ? view.members.url : '',
    registryToken: '',
    scannerKind: view.scanner.kind,
    scannerDevice: view.scanner.kind === 'device' ? view.scanner.id : '',
    serialPort: view.serialScanner?.id ?? '',
    serialSuffix: view.serialScanner?.suffix ?? 'any',
    customerScanners: view.customerScanners,
    customerScannerAddsGoods: view.customerScannerAddsGoods,
    customerScreen: view.customerScreen,
    cameraScanner: view.cameraScanner,
  };
}

/** The fields that differ from what is stored. Space around a typed value is no change. */
export function changedFields(view: SettingsView, form: SettingsForm): ReadonlySet<FieldName> {
  const stored = formOf(view);
  const changed = new Set<FieldName>();
  for (const name of Object.keys(stored) as FieldName[]) {
    if (value(form, name) !== value(stored, name)) changed.add(name);
  }
  // A registry address or device that is not in use is remembered while the page is open, but it is not a change.
  if (form.membersKind !== 'http') {
    changed.delete('membersUrl');
    changed.delete('registryToken');
  }
  if (form.scannerKind !== 'device') changed.delete('scannerDevice');
  if (form.serialPort === '') changed.delete('serialSuffix');
  return changed;
}

/** The smallest change that makes what is stored equal to the form. Empty where nothing differs. */
export function changeOf(view: SettingsView, form: SettingsForm): SettingsChange {
  const changed = changedFields(view, form);
  const has = (...names: readonly FieldName[]) => names.some((name) => changed.has(name));
  return {
    ...(has('storeName', 'place', 'tillNumber') && {
      store: { name: form.storeName.trim(), place: form.place.trim(), tillNumber: form.tillNumber.trim() },
    }),
    ...(has('posId') && { posId: form.posId.trim() }),
    ...(has('market') && { market: form.market }),
    ...(has('language') && { language: form.language }),
    ...(has('clubName') && { clubName: form.clubName.trim() }),
    ...(has('profile') && { profile: form.profile }),
    ...(has('merchantSerialNumber') && { merchantSerialNumber: form.merchantSerialNumber.trim() }),
    ...(has('clientId') && { clientId: form.clientId.trim() }),
    ...(has('clientSecret') && { clientSecret: form.clientSecret.trim() }),
    ...(has('subscriptionKey') && { subscriptionKey: form.subscriptionKey.trim() }),
    ...(has('registryToken') && { registryToken: form.registryToken.trim() }),
    ...(has('checkIn') && { checkIn: form.checkIn }),
    ...(has('membersKind', 'membersUrl') && { members: membersOf(form) }),
    ...(has('scannerKind', 'scannerDevice') && { scanner: scannerOf(form) }),
    ...(has('serialPort', 'serialSuffix') && { serialScanner: serialOf(form) }),
    ...(has('customerScanners') && { customerScanners: form.customerScanners }),
    ...(has('customerScannerAddsGoods') && { customerScannerAddsGoods: form.customerScannerAddsGoods }),
    ...(has('customerScreen') && { customerScreen: form.customerScreen }),
    ...(has('cameraScanner') && { cameraScanner: form.cameraScanner }),
  };
}

/** Whether the sales unit's number or one of its keys is neither stored nor typed. */
export function lacksKeys(view: SettingsView, form: SettingsForm): boolean {
  if (form.merchantSerialNumber.trim() === '') return true;
  return keyNames.some((name) => !view.keys[name] && form[name].trim() === '');
}

/** The currency follows the market of the sales unit and is never chosen apart. */
export function currencyOf(market: SettingsView['market']): Currency {
  return market === 'NO' ? 'NOK' : market === 'DK' ? 'DKK' : 'EUR';
}

function membersOf(form: SettingsForm): SettingsView['members'] {
  return form.membersKind === 'http'
    ? { kind: 'http', url: form.membersUrl.trim() }
    : { kind: form.membersKind };
}

function scannerOf(form: SettingsForm): SettingsView['scanner'] {
  return form.scannerKind === 'device'
    ? { kind: 'device', id: form.scannerDevice }
    : { kind: form.scannerKind };
}

function serialOf(form: SettingsForm): SettingsView['serialScanner'] {
  return form.serialPort === '' ? null : { id: form.serialPort, suffix: form.serialSuffix };
}

function value(form: SettingsForm, name: FieldName): string | boolean {
  const held = form[name];
  if (typeof held === 'boolean') return held;
  // The order in which scanners were chosen means nothing.
  return typeof held === 'string' ? held.trim() : [...held].sort().join('\n');
}
