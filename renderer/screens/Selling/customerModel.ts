/** The Customer station: who stands here, how that is known, and what may be offered. */

import type { CashierView, CustomerView } from '../../../app/contract/view.ts';
import type { ChipProps } from '../../components/Chip.tsx';
import type { IconName } from '../../components/Icon.tsx';
import type { View } from '../../stores/viewStore.ts';
import { type Texts, withUnit } from '../../text/index.ts';
import { minutesLeft } from './arrivalsModel.ts';
import { around } from './emphasised.ts';
import { type Face, isHolding, isOver, mayAsk } from './face.ts';
import type { ButtonModel, CustomerModel } from './modelTypes.ts';

interface Given {
  readonly view: CashierView;
  readonly window: View;
  readonly face: Face;
  readonly text: Texts;
  readonly now: number;
}

const bare: CustomerModel = {
  mark: 'toCome',
  icon: 'scan',
  sheet: false,
  chip: null,
  headline: null,
  sentence: null,
  saving: null,
  code: null,
  buttons: [],
  mayClear: false,
  checkIn: null,
  fault: null,
};

export function customerModel(given: Given): CustomerModel {
  const { view, window } = given;
  const model =
    window.layer === 'phone'
      ? typing(given)
      : view.customer === null
        ? nobody(given)
        : somebody(view.customer, given);
  return { ...model, fault: window.fault?.at === 'customer' ? window.fault.fault : null };
}

function typing({ text: { selling: t } }: Given): CustomerModel {
  return {
    ...bare,
    mark: 'current',
    icon: 'keyboard',
    sheet: true,
    chip: { icon: 'keyboard', children: t.typingNumber },
    headline: { words: t.numberTyped, mask: null },
    sentence: t.numberTypedSays,
  };
}

function nobody({ view, window, face, text }: Given): CustomerModel {
  const t = text.selling;
  const typeNumber: ButtonModel = {
    label: t.typeNumber,
    icon: 'keyboard',
    keycap: 'F4',
    action: { do: 'open', layer: 'phone' },
  };
  const qr: ButtonModel = {
    label: t.qrOnScreen,
    icon: 'qr',
    keycap: 'F5',
    look: window.way === 'qr' ? 'pressed' : 'outline',
    action: { do: 'chooseWay', way: 'qr' },
  };
  if (isHolding(face) || isOver(face)) {
    return { ...bare, mark: 'finished', icon: 'person', headline: { words: t.noCustomer, mask: null } };
  }
  if (scannerLost(view)) {
    return {
      ...bare,
      mark: 'attention',
      icon: 'unplugged',
      sheet: face === 'newSale',
      chip: { icon: 'unplugged', tone: 'attn', children: t.scannerUnplugged },
      headline: face === 'newSale' ? { words: t.typeTheNumber, mask: null } : null,
      sentence: face === 'newSale' ? t.typeTheNumberSays : null,
      buttons: face === 'newSale' ? [qr] : [typeNumber],
    };
  }
  const ready: ChipProps = { icon: 'scan', children: t.readyToScan };
  if (face !== 'newSale' || window.layer === 'search' || window.layer === 'parked') {
    return { ...bare, chip: ready, buttons: [typeNumber] };
  }
  return {
    ...bare,
    mark: 'current',
    sheet: true,
    chip: ready,
    headline: { words: t.ask(text.wallet), mask: null },
    sentence: t.askSays,
    buttons: [typeNumber, qr],
  };
}

/** Unplugged while in use. A till without a scanner of its own is not in trouble. */
export function scannerLost({ devices }: Pick<CashierView, 'devices'>): boolean {
  return devices.scanner.state === 'lost';
}

function somebody(customer: CustomerView, given: Given): CustomerModel {
  const { face, text } = given;
  const t = text.selling;
  const open = !isHolding(face) && !isOver(face);
  const asked = face !== 'newSale' && face !== 'ready';
  const known = {
    ...bare,
    mark: asked ? 'finished' : 'succeeded',
    icon: 'done',
    mayClear: open,
    checkIn: open ? checkInWords(customer, given) : null,
  } as const satisfies CustomerModel;
  switch (customer.status) {
    case 'checking':
      return {
        ...known,
        mark: 'working',
        icon: 'waiting',
        chip: { icon: 'waiting', tone: 'wait', children: t.checking },
        headline: { words: '', mask: customer.masked },
        sentence: t.checkingSays,
      };
    case 'unknown':
      return {
        ...known,
        chip: { icon: 'attention', tone: 'attn', children: t.membershipUnknown },
        headline: { words: '', mask: customer.masked },
        sentence: t.membershipUnknownSays,
      };
    case 'member':
      return { ...known, ...member(customer, given) };
    case 'notMember':
      return { ...known, ...notMember(customer, given) };
  }
}

/** A check-in holds so much longer than any basket takes that its time is told only towards the end. */
const tellsFromMinutes = 5;

function checkInWords({ checkedInUntil }: CustomerView, { text, now }: Given): CustomerModel['checkIn'] {
  if (checkedInUntil === null) return null;
  const t = text.selling;
  const minutes = minutesLeft(checkedInUntil, now);
  if (minutes === 0) return { says: t.checkInOver, comfort: t.nothingIsLost };
  return minutes < tellsFromMinutes ? { says: t.checkInEnds(minutes), comfort: null } : null;
}

const proofIcons: Readonly<Record<CustomerView['proof'], IconName>> = {
  qrExchange: 'proven',
  qrText: 'qr',
  typed: 'keyboard',
  staticQr: 'phone',
};

function proofChip(customer: CustomerView, { selling: t }: Texts): ChipProps {
  const proven = customer.proof === 'qrExchange' || customer.proof === 'staticQr';
  return {
    icon: proofIcons[customer.proof],
    tone: proven ? 'ok' : 'neutral',
    children: t.proofs[customer.proof],
  };
}

function member(customer: CustomerView, { view, text }: Given): Partial<CustomerModel> {
  const t = text.selling;
  const { member: known, enrolment } = customer;
  const joined = enrolment?.state === 'joined';
  const since =
    known === null ? '' : t.memberSince(view.till.clubName, String(new Date(known.since).getFullYear()));
  const points =
    known?.points == null ? '' : t.points(String(known.points).replace(/\B(?=(\d{3})+$)/g, '\u00a0'));
  const welcome = joined ? said(customer, view, text) : null;
  return {
    chip: joined ? { icon: 'member', tone: 'ok', children: t.newMember } : proofChip(customer, text),
    headline: { words: known?.name ?? '', mask: customer.masked },
    sentence: welcome ?? [since, points].filter((part) => part !== '').join('\u00a0· '),
  };
}

function notMember(customer: CustomerView, { view, face, text }: Given): Partial<CustomerModel> {
  const t = text.selling;
  const { enrolment } = customer;
  const headline = { words: '', mask: customer.masked };
  if (enrolment?.state === 'waiting') {
    return {
      mark: 'working',
      icon: 'waiting',
      sheet: true,
      chip: { icon: 'send', tone: 'wait', children: t.invitationSent },
      headline,
      code: enrolment.bindingMessage,
      sentence: text.says(enrolment.says, values(view, text)).next ?? null,
      buttons: [
        { label: t.sendAgain, icon: 'again', action: { do: 'inviteAgain' } },
        { label: text.common.stop, icon: 'close', look: 'plain', action: { do: 'stopInvitation' } },
      ],
    };
  }
  const open = face === 'newSale' || mayAsk(face);
  const saves = customer.wouldSave.minor > 0;
  const ended = enrolment === null ? null : said(customer, view, text);
  return {
    sheet: open,
    chip: { icon: 'person', children: t.notMember },
    headline,
    sentence:
      ended ?? (customer.proof === 'typed' ? t.typedSays : customer.proof === 'qrText' ? t.qrTextSays : null),
    saving: open && saves && ended === null ? around(t.wouldSave, withUnit(customer.wouldSave)) : null,
    buttons: open ? [inviteButton(view, text)] : [],
  };
}

function inviteButton(view: CashierView, { selling: t }: Texts): ButtonModel {
  return { label: t.invite(view.till.clubName), icon: 'invite', keycap: 'F9', action: { do: 'invite' } };
}

function values(view: CashierView, text: Texts): Record<string, string> {
  return { club: view.till.clubName || text.selling.theClub };
}

/** How an invitation ended, in one line. */
function said(customer: CustomerView, view: CashierView, text: Texts): string | null {
  if (customer.enrolment === null) return null;
  const words = text.says(customer.enrolment.says, values(view, text));
  return [words.says, words.next].filter((part) => part !== undefined).join(' ');
}
