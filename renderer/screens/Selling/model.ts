/**
 * `sellingModel` decides everything the cashier's screen shows, from the till's state, what this window knows, and the
 * time. Pure, so that every state can be tested without drawing it (design guide 7).
 */

import type { CashierView } from '../../../app/contract/view.ts';
import type { DeviceState } from '../../components/TopBar.tsx';
import type { View } from '../../stores/viewStore.ts';
import { clock, type Texts, textsFor, withUnit } from '../../text/index.ts';
import { basketModel } from './basketModel.ts';
import { keysModel, secondaryModel } from './controlsModel.ts';
import { customerModel, scannerLost } from './customerModel.ts';
import { type Face, faceOf, isHolding } from './face.ts';
import type { SellingModel } from './modelTypes.ts';
import { paymentModel } from './paymentModel.ts';
import { primaryModel } from './primaryModel.ts';

export function sellingModel(view: CashierView, window: View, now: number): SellingModel {
  const text = textsFor(window.language ?? view.till.language, view.till.market, now);
  const face = faceOf(view);
  const given = { view, window, face, text, now };
  return {
    face,
    devices: devicesOf(view, face, text),
    banners: bannersOf(view, window, face, text),
    basket: basketModel(given),
    customer: customerModel(given),
    payment: paymentModel(given),
    secondary: secondaryModel(given),
    primary: primaryModel(given),
    keys: keysModel(given),
    pageFault: window.fault?.at === 'page' ? window.fault.fault : null,
  };
}

function devicesOf({ devices, service }: CashierView, face: Face, text: Texts): readonly DeviceState[] {
  const t = text.common;
  const down = service.state === 'down';
  const scanner = devices.scanner.state;
  const list: DeviceState[] = [];
  if (scanner === 'lost') {
    list.push({ key: 'scanner', icon: 'unplugged', word: t.scannerUnplugged, state: 'trouble' });
  } else if (scanner === 'denied' || scanner === 'busy') {
    const word = scanner === 'denied' ? t.scannerDenied : t.scannerBusy;
    list.push({ key: 'scanner', icon: 'attention', word, state: 'trouble' });
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

function bannersOf(view: CashierView, window: View, face: Face, text: Texts): SellingModel['banners'] {
  const banners: SellingModel['banners'][number][] = [];
  const t = text.selling;
  for (const { kind, saleId, says } of view.attention) {
    const attention = `${kind} ${saleId ?? ''}`;
    // A parked payment that ends never takes over the screen: the Parked button says it.
    const onButton = kind === 'attention.parkedPaid' || kind === 'attention.parkedNotPaid';
    if (onButton || window.seen.includes(attention)) continue;
    const words = text.says(says);
    const grave = kind === 'attention.journal';
    banners.push({
      key: attention,
      tone: grave ? 'problem' : 'attn',
      icon: grave ? 'stop' : kind === 'attention.recovered' ? 'again' : 'attention',
      cause: words.says,
      sentence: [words.money, words.next].filter((part) => part !== undefined).join(' '),
      dismiss: grave ? null : { do: 'seen', attention },
    });
  }
  // A payment in doubt says itself that nobody answers, and a second voice beside it would only take its room.
  if (view.service.state === 'down' && face !== 'checking') {
    const since = view.service.since === null ? null : clock(view.service.since);
    const lost = {
      icon: 'offline',
      cause: since === null ? text.common.offline : t.offlineSince(since),
      sentence: t.offlineBanner(text.wallet),
    } as const;
    // What it means for the money is said by the payment's own station.
    const silent = {
      icon: 'attention',
      cause: since === null ? text.common.walletSilent(text.wallet) : t.silentSince(text.wallet, since),
      sentence: t.silentBanner,
    } as const;
    banners.push({ key: 'offline', tone: 'attn', dismiss: null, ...(isHolding(face) ? silent : lost) });
  }
  if (scannerLost(view)) {
    banners.push({
      key: 'scanner',
      tone: 'attn',
      icon: 'unplugged',
      cause: t.scannerUnplugged,
      sentence: t.scannerBanner,
      dismiss: null,
    });
  }
  // One trouble at a time, the gravest first: a page of banners is read by nobody.
  return banners.sort((a, b) => Number(b.tone === 'problem') - Number(a.tone === 'problem')).slice(0, 1);
}

/** For the window's own title: which sale, and where it is. */
export function titleOf(view: CashierView): string {
  const sum = view.sale === null ? '' : ` · ${withUnit(view.sale.total)}`;
  return `${view.till.store}${sum}`;
}
