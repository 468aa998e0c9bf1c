/** What the till answers on the settings page in each picture. */

import type { ProductTest, SettingsView } from '../../app/contract/calls.ts';
import type { CashierView, ScannerDeviceView } from '../../app/contract/view.ts';

export const storedSettings: SettingsView = {
  store: { name: 'Bekkelund Sport', place: 'Storgata', tillNumber: '01' },
  posId: 'bekkelund-storgata-01',
  market: 'NO',
  currency: 'NOK',
  language: 'nb',
  clubName: 'Turklubben',
  profile: 'production',
  merchantSerialNumber: '123456',
  keys: { clientId: true, clientSecret: true, subscriptionKey: true, registryToken: false },
  checkIn: true,
  members: { kind: 'embedded' },
  scanner: { kind: 'auto' },
  customerScanners: [],
  customerScannerAddsGoods: false,
  serialScanner: null,
  customerScreen: 'auto',
  cameraScanner: false,
  operatorPhone: null,
  hasPin: false,
  fixed: [],
};

export const freshSettings: SettingsView = {
  ...storedSettings,
  store: { name: 'Bekkelund Sport', place: '', tillNumber: '01' },
  profile: 'training',
  merchantSerialNumber: '',
  keys: { clientId: false, clientSecret: false, subscriptionKey: false, registryToken: false },
};

export const fixedSettings: SettingsView = {
  ...storedSettings,
  fixed: ['profile', 'clientId', 'clientSecret', 'subscriptionKey', 'merchantSerialNumber'],
};

const atTheDesk = { state: 'ready', side: 'cashier', dropped: [], remedy: null } as const;

export const devices: readonly ScannerDeviceView[] = [
  { ...atTheDesk, id: 'usb-05e0-1900', name: 'Zebra DS2208', mode: 'hidPos' },
  {
    ...atTheDesk,
    id: 'usb-0c2e-0b61',
    name: 'Honeywell Voyager 1470g',
    mode: 'keyboard',
    state: 'unused',
    remedy: { kind: 'hidPosMode' },
  },
];

export const productTests: readonly ProductTest[] = [
  { product: 'accessToken', result: 'works', fault: null },
  { product: 'epayment', result: 'works', fault: null },
  { product: 'qr', result: 'works', fault: null },
  {
    product: 'login',
    result: 'limited',
    fault: { kind: 'forbidden', service: { api: 'login', status: 403, code: 'scope_not_allowed' } },
  },
  { product: 'checkIn', result: 'works', fault: null },
  { product: 'orderManagement', result: 'works', fault: null },
  {
    product: 'webhooks',
    result: 'fails',
    fault: { kind: 'noAnswer', service: { api: 'webhooks' } },
  },
];

export function cashierView(settings: SettingsView): CashierView {
  return {
    version: 1,
    till: {
      store: settings.store.name,
      place: settings.store.place,
      tillNumber: settings.store.tillNumber,
      posId: settings.posId,
      profile: settings.profile,
      kind: 'staffed',
      currency: settings.currency,
      market: settings.market,
      language: settings.language,
      clubName: settings.clubName,
      locked: false,
      cashier: null,
    },
    attention: [],
    customer: null,
    sale: null,
    last: null,
    arrivals: [],
    refusedScan: null,
    parked: { count: 0, paid: 0, notPaid: 0 },
    devices: {
      scanner: { state: 'ready', name: 'Zebra DS2208', away: 0 },
      printer: null,
      customerScreen: 'on',
      camera: 'off',
    },
    service: { state: 'up', since: null, webhooks: 'registered', storeCode: 'idle' },
    machine: null,
    trainingPhone: null,
    drill: null,
    doctor: null,
  };
}
