/** What the windows show of the till itself: the shop, the devices, the line for webhooks. */

import type { MachineAbout, TillView } from '../../app/contract/view.ts';
import type { TillAbout } from '../../app/contract/viewCashier.ts';
import type { RegistrationState } from '../../app/contract/viewStaticQr.ts';
import type { Currency } from '../../app/domain/money.ts';
import { captureDaysOf } from '../../app/domain/tillState.ts';
import type { ScannerStatus } from '../../app/ports/Scanner.ts';
import type { Settings } from '../settings/settings.ts';

export interface AboutParts {
  readonly settings: Settings;
  readonly profile: TillView['profile'];
  readonly currency: Currency;
  readonly kind: TillView['kind'];
  readonly scanner: ScannerStatus;
  readonly customerScreen: boolean;
  readonly offers: TillAbout['offers'];
  readonly webhooks: TillAbout['webhooks'];
  readonly trainingPhone: string | null;
  readonly drill: TillAbout['drill'];
  readonly doctor: TillAbout['doctor'];
  readonly trouble: TillAbout['trouble'];
}

export function tillAbout(parts: AboutParts): TillAbout {
  const { settings, scanner } = parts;
  return {
    till: {
      store: settings.store.name,
      place: settings.store.place,
      tillNumber: settings.store.tillNumber,
      posId: settings.posId,
      profile: parts.profile,
      kind: parts.kind,
      currency: parts.currency,
      market: settings.market,
      language: settings.language,
      clubName: settings.clubName,
      locked: false,
      cashier: null,
    },
    devices: {
      scanner,
      printer: null,
      customerScreen: parts.customerScreen ? 'on' : 'off',
      camera: settings.cameraScanner ? 'on' : 'off',
    },
    offers: parts.offers,
    webhooks: parts.webhooks,
    trainingPhone: parts.trainingPhone,
    drill: parts.drill,
    doctor: parts.doctor,
    captureDays: captureDaysOf[settings.market],
    trouble: parts.trouble,
  };
}

/** A sticker that nobody hears is held out to nobody: without a code, or without its scans, goods are chosen first. */
export function machineAbout(
  { posId, operatorPhone }: Pick<Settings, 'posId' | 'operatorPhone'>,
  ownCode: string | null,
  checkIns: RegistrationState,
): MachineAbout {
  const isHeard = ownCode !== null && checkIns === 'registered';
  return {
    name: posId,
    sells: isHeard ? 'scanFirst' : 'chooseFirst',
    qrImage: isHeard ? ownCode : null,
    operatorPhone,
  };
}
