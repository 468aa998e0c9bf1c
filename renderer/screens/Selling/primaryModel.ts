/** The primary button: one solid button per screen, always the next best action. */

import type { CashierView } from '../../../app/contract/view.ts';
import { readMsisdn } from '../../../app/domain/msisdn.ts';
import type { View } from '../../stores/viewStore.ts';
import { clock, type Texts, withUnit } from '../../text/index.ts';
import { scannerLost } from './customerModel.ts';
import { type Face, mayAsk, mayCallOff } from './face.ts';
import type { Action, PrimaryModel } from './modelTypes.ts';
import { searchOf } from './searchText.ts';
import { chosenWay, mayPush } from './ways.ts';

export interface ControlsGiven {
  readonly view: CashierView;
  readonly window: View;
  readonly face: Face;
  readonly text: Texts;
}

export function primaryModel(given: ControlsGiven): PrimaryModel {
  const primary = ofLayer(given) ?? ofFace(given);
  const { pending } = given.window;
  // One-shot: what was pressed holds at once, before the till has answered.
  if (pending === null || primary.action?.do !== pending) return primary;
  return { ...primary, look: 'hold', icon: 'waiting', action: null };
}

type Short = Omit<PrimaryModel, 'turn'> & { readonly turn?: string };

function button(short: Short): PrimaryModel {
  return { turn: '', ...short };
}

function hold(label: string, second: string, icon: PrimaryModel['icon'] = 'waiting'): PrimaryModel {
  return button({ look: 'hold', label, second, icon, action: null });
}

function ofLayer({ view, window, face, text }: ControlsGiven): PrimaryModel | null {
  const t = text.selling;
  switch (window.layer) {
    case 'search': {
      const found = window.found?.[window.chosenFound];
      const { quantity } = searchOf(window.searchText);
      // Enter takes what answers the text that stands there, and nothing older.
      if (found === undefined || window.foundFor !== window.searchText)
        return button({ look: 'hold', label: t.findItem, icon: 'search', action: null });
      const label = quantity === 1 ? t.add(found.name) : t.addFew(quantity, found.name);
      const action: Action = { do: 'add', sku: found.sku, quantity };
      return button({ look: 'go', label, icon: 'plus', keycap: 'Enter', action, turn: found.sku });
    }
    case 'phone': {
      if (!isComplete(window))
        return button({
          look: 'hold',
          label: t.lookUp,
          second: t.tooFewDigits,
          icon: 'search',
          action: null,
        });
      return button({
        look: 'go',
        label: t.lookUp,
        icon: 'search',
        keycap: 'Enter',
        action: { do: 'setPhone' },
      });
    }
    case 'otherPhone':
      return otherPhone(window, face, text);
    case 'parked': {
      const sale = window.parkedSales?.[window.chosenParked];
      if (sale === undefined)
        return button({ look: 'hold', label: t.noneParked, icon: 'parked', action: null });
      return button({
        look: 'go',
        label: t.openSale(clock(sale.parkedAt)),
        icon: 'forward',
        keycap: 'Enter',
        action: { do: 'recall', saleId: sale.saleId },
        turn: sale.saleId,
      });
    }
    case 'notArrived':
      return face === 'waiting' ? helping(view, text) : null;
    case 'elsewhere': {
      if (!isElsewhere(window, face) || view.sale === null) return null;
      const label = t.closeAs(withUnit(view.sale.total));
      // Nothing may be taken any more before the sale is closed: the request is called off first.
      if (callingOff.has(window.pending ?? '')) return hold(t.callingOff, t.cancellingSays);
      return button({
        look: 'go',
        label,
        second: mayCallOff(face) ? t.callsOffFirst : t.paidElsewhere[window.method],
        icon: 'done',
        keycap: 'Enter',
        action: { do: 'paidElsewhere' },
        turn: window.method,
      });
    }
    default:
      return null;
  }
}

function isComplete({ phoneCountry, phoneDigits }: View): boolean {
  return readMsisdn(`+${phoneCountry}${phoneDigits}`, '47') !== null;
}

function otherPhone(window: View, face: Face, { selling: t }: Texts): PrimaryModel | null {
  if (window.pending === 'resendTo') return hold(t.resending, t.cancellingSays);
  if (face !== 'waiting') return null;
  if (!isComplete(window)) return hold(t.sendToNumber, t.tooFewDigits, 'send');
  const action: Action = { do: 'resendTo' };
  return button({
    look: 'go',
    label: t.sendToNumber,
    second: t.callsOffFirst,
    icon: 'send',
    keycap: 'Enter',
    action,
  });
}

/** What is closed only once nothing can be taken for it any more. */
const callingOff: ReadonlySet<string> = new Set(['paidElsewhere', 'discard']);

/** The sale may be closed without the wallet now, or is just being closed so. */
export function isElsewhere({ layer, pending }: View, face: Face): boolean {
  return layer === 'elsewhere' && (mayAsk(face) || mayCallOff(face) || callingOff.has(pending ?? ''));
}

function helping(view: CashierView, { selling: t }: Texts): PrimaryModel {
  const byQr = view.sale?.payment?.via === 'qr';
  if (byQr && mayPush(view)) {
    const action: Action = { do: 'resend', via: 'push' };
    return button({
      look: 'go',
      label: t.sendAsPush,
      second: t.sendAsPushSays,
      icon: 'send',
      keycap: 'Enter',
      action,
    });
  }
  const second = byQr ? t.sendAsPushSays : t.showQrSays;
  return button({
    look: 'go',
    label: t.showQr,
    second,
    icon: 'qr',
    keycap: 'Enter',
    action: { do: 'resend', via: 'qr' },
  });
}

function ofFace({ view, window, face, text }: ControlsGiven): PrimaryModel {
  const t = text.selling;
  switch (face) {
    case 'newSale':
      if (scannerLost(view) && view.customer === null) {
        const action: Action = { do: 'open', layer: 'phone' };
        return button({ look: 'go', label: t.typeCustomersNumber, icon: 'keyboard', keycap: 'F4', action });
      }
      return button({
        look: 'listen',
        label: t.scanOrFind,
        icon: 'scan',
        keycap: 'F2',
        action: { do: 'open', layer: 'search' },
      });
    case 'offline':
      return button({ look: 'go', label: t.parkTheSale, icon: 'park', keycap: 'F6', action: { do: 'park' } });
    case 'sending':
      return hold(t.sending, t.sendingSays);
    case 'waiting':
      return hold(t.waitingFor, t.waitingSays);
    case 'checking':
    case 'paidInPart':
      return hold(t.lockedForSale, t.lockedForSaleSays, 'locked');
    case 'approved':
      return hold(t.capturing, t.capturingSays);
    case 'captureDelayed':
      return hold(t.captureDelayed, t.captureDelayedSays);
    case 'cancelling':
      return hold(t.cancelling, t.cancellingSays);
    case 'releasing':
      return hold(t.releasing, t.cancellingSays);
    case 'paid':
    case 'refunded':
    case 'paidElsewhere':
      return button({
        look: 'go',
        label: t.nextCustomer,
        second: t.nextSays,
        icon: 'forward',
        keycap: 'Enter',
        action: { do: 'next' },
      });
    default:
      return asking(face, { view, window, face, text });
  }
}

function asking(face: Face, { view, window, text }: ControlsGiven): PrimaryModel {
  const t = text.selling;
  const via = chosenWay(view, window.way);
  const sum = view.sale === null ? '' : withUnit(view.sale.total);
  const again = face === 'declined' || face === 'expired' || face === 'released';
  const label = again ? t.askAgainFor(sum) : via === 'qr' ? t.showQrFor(sum) : t.askFor(sum);
  const icon = again ? 'again' : via === 'qr' ? 'qr' : 'send';
  return button({ look: 'go', label, icon, keycap: 'Enter', action: { do: 'request', via }, turn: via });
}
