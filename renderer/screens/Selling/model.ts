/**
 * `sellingModel` decides everything the cashier's screen shows, from the till's state, what this window knows, and the
 * time. Pure, so that every state can be tested without drawing it (design guide 7).
 */

import type { CashierView } from '../../../app/contract/view.ts';
import type { View } from '../../stores/viewStore.ts';
import { clock, type Texts, textsFor, withUnit } from '../../text/index.ts';
import { arrivalsModel } from './arrivalsModel.ts';
import { attentionKey, weightOf } from './attentionModel.ts';
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
    banners: bannersOf(view, window, face, text),
    basket: basketModel(given),
    customer: customerModel(given),
    arrivals: arrivalsModel(given),
    payment: paymentModel(given),
    secondary: secondaryModel(given),
    primary: primaryModel(given),
    keys: keysModel(given),
    pageFault: window.fault?.at === 'page' ? window.fault.fault : null,
  };
}

function bannersOf(view: CashierView, window: View, face: Face, text: Texts): SellingModel['banners'] {
  const banners: SellingModel['banners'][number][] = [];
  const t = text.selling;
  for (const one of view.attention) {
    const attention = attentionKey(one);
    const weight = weightOf(one);
    // What can wait is counted in the top bar. A parked payment that ends never takes over the screen.
    if (weight === 'quiet' || window.seen.includes(attention)) continue;
    const words = text.says(one.says);
    const grave = weight === 'grave';
    banners.push({
      key: attention,
      tone: grave ? 'problem' : 'attn',
      icon: grave ? 'stop' : one.kind === 'attention.recovered' ? 'again' : 'attention',
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
  // A scan that goes elsewhere without a word would be taken for a scanner that is broken.
  if (view.doctor !== null) {
    banners.push({
      key: 'doctor',
      tone: 'attn',
      icon: 'scan',
      cause: t.doctorElsewhere,
      sentence: t.doctorBanner,
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
