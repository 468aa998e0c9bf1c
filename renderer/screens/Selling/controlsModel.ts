/** The row above the primary, and what every key does now. */

import { leavesBasket } from '../../stores/viewStore.ts';
import { chosenLine } from './basketModel.ts';
import { isHolding, isOver, mayCallOff } from './face.ts';
import type { Action, ButtonModel } from './modelTypes.ts';
import { type ControlsGiven, isElsewhere } from './primaryModel.ts';
import { chosenWay } from './ways.ts';

export function secondaryModel({ view, window, face, text }: ControlsGiven): readonly ButtonModel[] {
  const t = text.selling;
  const serveNext: ButtonModel = {
    label: t.serveNext,
    icon: 'forward',
    keycap: 'F6',
    action: { do: 'park' },
  };
  const help: ButtonModel = {
    label: text.common.help,
    icon: 'help',
    keycap: 'F1',
    action: { do: 'open', layer: 'help' },
  };
  const explain: ButtonModel = {
    label: t.explain,
    icon: 'history',
    keycap: 'F8',
    action: explainOf(view),
  };
  const another: ButtonModel = {
    label: t.payAnotherWay,
    icon: 'money',
    keycap: 'Ctrl B',
    action: { do: 'open', layer: 'elsewhere' },
  };
  const back: ButtonModel = { label: t.backToWaiting, icon: 'back', keycap: 'Esc', action: { do: 'close' } };
  const closing: ButtonModel = {
    label: text.common.back,
    icon: 'back',
    keycap: 'Esc',
    action: { do: 'close' },
  };
  if (['search', 'phone', 'otherPhone', 'parked'].includes(window.layer)) return [];
  if (isElsewhere(window, face)) return [closing];
  switch (face) {
    case 'newSale':
      return [];
    case 'waiting': {
      if (window.layer === 'notArrived') return [back, another];
      const why: ButtonModel = {
        label: t.didNotArrive,
        icon: 'question',
        keycap: 'F10',
        action: { do: 'open', layer: 'notArrived' },
      };
      const cancel: ButtonModel = {
        label: t.cancel,
        icon: 'close',
        ...(window.layer === 'none' && { keycap: 'Esc' }),
        action: { do: 'cancelPayment' },
      };
      return [why, serveNext, cancel];
    }
    case 'checking':
    case 'captureDelayed':
    case 'paidInPart':
      return [serveNext, explain, help];
    case 'cancelling':
    case 'releasing':
      return [serveNext];
    case 'paid':
    case 'refunded':
    case 'released':
      return face === 'released' ? [explain, another] : [explain];
    case 'ready':
      return [another];
    case 'offline':
      return [
        another,
        { label: t.tryAnyway, icon: 'again', action: { do: 'request', via: chosenWay(view, window.way) } },
      ];
    case 'declined':
    case 'expired':
    case 'refused':
    case 'cancelled':
      return [another, { label: t.park, icon: 'park', keycap: 'F6', action: { do: 'park' } }];
    default:
      return [];
  }
}

/** Keys beside Enter, which is always the primary. A key without a meaning now is not in the map and does nothing. */
export function keysModel(given: ControlsGiven): ReadonlyMap<string, Action> {
  const { view, window, face } = given;
  if (window.menuOpen) return new Map([['Escape', { do: 'close' }]]);
  const keys = new Map<string, Action>();
  const frozen = isHolding(face) || isOver(face);
  keys.set('F1', { do: 'open', layer: 'help' });
  keys.set('F7', { do: 'open', layer: 'parked' });
  keys.set('F8', explainOf(view));
  for (const { keycap, action, disabled } of secondaryModel(given)) {
    if (keycap !== undefined && !disabled) keys.set(keycap === 'Esc' ? 'Escape' : keycap, action);
  }
  // Esc is one layer back first: it cancels a payment only where nothing lies over it.
  if (window.layer !== 'none') keys.set('Escape', { do: 'close' });
  if (face === 'waiting' && window.layer === 'notArrived') {
    keys.set('F5', { do: 'resend', via: 'qr' });
    keys.set('F4', { do: 'open', layer: 'otherPhone' });
    keys.set('F9', { do: 'resend', via: view.sale?.payment?.via ?? 'push' });
  }
  if (mayCallOff(face)) {
    keys.set('F10', { do: 'open', layer: 'notArrived' });
    keys.set('Ctrl B', { do: 'open', layer: 'elsewhere' });
  }
  if (frozen) return keys;
  keys.set('F2', { do: 'open', layer: 'search' });
  keys.set('F4', { do: 'open', layer: 'phone' });
  keys.set('F5', { do: 'chooseWay', way: 'qr' });
  if (view.sale !== null) keys.set('F6', { do: 'park' });
  if (view.customer?.status === 'notMember' && view.customer.enrolment?.state !== 'waiting') {
    keys.set('F9', { do: 'invite' });
  }
  if (face === 'newSale') return keys;
  keys.set('Ctrl B', { do: 'open', layer: 'elsewhere' });
  if (!leavesBasket(window.layer)) return keys;
  for (const [key, action] of lineKeys(given)) keys.set(key, action);
  return keys;
}

/** The payment of the sale that stands here, else the newest ones. */
function explainOf({ sale }: ControlsGiven['view']): Action {
  return sale?.payment ? { do: 'explain', saleId: sale.id } : { do: 'open', layer: 'payments' };
}

function lineKeys({ view, window }: ControlsGiven): readonly (readonly [string, Action])[] {
  const lines = view.sale?.lines ?? [];
  const id = chosenLine(lines, window.chosenLine);
  const at = lines.findIndex((line) => line.id === id);
  const line = lines[at];
  if (line === undefined) return [];
  const neighbour = (step: number) => lines[at + step]?.id ?? line.id;
  return [
    ['F3', { do: 'open', layer: 'quantity' }],
    ['ArrowUp', { do: 'chooseLine', lineId: neighbour(-1) }],
    ['ArrowDown', { do: 'chooseLine', lineId: neighbour(1) }],
    ['+', { do: 'setQuantity', lineId: line.id, quantity: Math.min(999, line.quantity + 1) }],
    [
      '-',
      line.quantity === 1
        ? { do: 'remove', lineId: line.id }
        : { do: 'setQuantity', lineId: line.id, quantity: line.quantity - 1 },
    ],
    ['Delete', { do: 'remove', lineId: line.id }],
  ];
}
