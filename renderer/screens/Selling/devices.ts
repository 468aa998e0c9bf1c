/** The devices in the top bar: scanner, network, wallet, customer's screen, always in this order. */

import type { CashierView } from '../../../app/contract/view.ts';
import type { DeviceState } from '../../components/TopBar.tsx';
import type { Texts } from '../../text/index.ts';
import { type Face, isHolding } from './face.ts';

export function devicesOf(
  { devices, service }: CashierView,
  face: Face,
  text: Texts,
): readonly DeviceState[] {
  const t = text.common;
  const down = service.state === 'down';
  const scanner = devices.scanner.state;
  const list: DeviceState[] = [];
  if (scanner === 'lost') {
    list.push({ key: 'scanner', icon: 'unplugged', word: t.scannerUnplugged, state: 'trouble' });
  } else if (scanner === 'denied' || scanner === 'busy') {
    const word = scanner === 'denied' ? t.scannerDenied : t.scannerBusy;
    list.push({ key: 'scanner', icon: 'attention', word, state: 'trouble' });
  } else if (devices.scanner.away > 0) {
    list.push({ key: 'scanner', icon: 'unplugged', word: t.scannerAway, state: 'trouble' });
  } else {
    list.push({
      key: 'scanner',
      icon: 'scan',
      word: t.deviceNames.scanner,
      state: scanner === 'ready' ? 'well' : 'unknown',
    });
  }
  // While a payment is open all that is known is that nobody answers about it; the line itself may be well.
  const holding = isHolding(face);
  list.push(
    down && !holding
      ? { key: 'network', icon: 'offline', word: t.offline, state: 'trouble' }
      : {
          key: 'network',
          icon: 'network',
          word: t.deviceNames.network,
          state: service.state === 'up' ? 'well' : 'unknown',
        },
  );
  const silent = face === 'checking' || down;
  list.push(
    silent
      ? {
          key: 'wallet',
          icon: 'attention',
          word: down && !holding ? t.walletWaits(text.wallet) : t.walletSilent(text.wallet),
          state: 'trouble',
        }
      : {
          key: 'wallet',
          icon: 'phone',
          word: text.wallet,
          state: service.state === 'up' ? 'well' : 'unknown',
        },
  );
  const on = devices.customerScreen === 'on';
  list.push({
    key: 'customerScreen',
    icon: on ? 'screen' : 'screenOff',
    word: on ? t.deviceNames.customerScreen : t.customerScreenOff,
    state: on ? 'well' : 'unknown',
  });
  return list;
}
