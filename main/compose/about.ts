/** What the windows show of the till itself: the shop, the devices, the line for webhooks. */

import type { SettingsView } from '../../app/contract/calls.ts';
import type { TillView } from '../../app/contract/view.ts';
import type { TillAbout } from '../../app/contract/viewCashier.ts';
import type { ScannerStatus } from '../../app/ports/Scanner.ts';

export interface AboutParts {
  readonly settings: SettingsView;
  readonly kind: TillView['kind'];
  readonly scanner: ScannerStatus;
  readonly customerScreen: boolean;
  readonly webhooks: TillAbout['webhooks'];
  readonly trainingPhone: string | null;
}

export function tillAbout(parts: AboutParts): TillAbout {
  const { settings, scanner } = parts;
  return {
    till: {
      store: settings.store.name,
      place: settings.store.place,
      tillNumber: settings.store.tillNumber,
      posId: settings.posId,
      profile: settings.profile,
      kind: parts.kind,
      currency: settings.currency,
      market: settings.market,
      language: settings.language,
      clubName: settings.clubName,
      locked: false,
      cashier: null,
    },
    devices: {
      scanner: { state: scanner.state, name: scanner.name },
      printer: null,
      customerScreen: parts.customerScreen ? 'on' : 'off',
    },
    webhooks: parts.webhooks,
    trainingPhone: parts.trainingPhone,
  };
}
