/** Every state of the customer's screen with sample data, for looking at and for pictures. */

import type { DisplayLine, DisplayView } from '../../app/contract/view.ts';
import { money } from '../../app/domain/money.ts';
import { specimenCode } from './customerSpecimen.ts';

const till: DisplayView['till'] = {
  store: 'Bekkelund Sport',
  profile: 'production',
  kind: 'staffed',
  currency: 'NOK',
  market: 'NO',
  language: 'nb',
  clubName: 'Turklubben',
};

function line(name: string, quantity: number, before: number, total = before): DisplayLine {
  return {
    name,
    quantity,
    before: money(before, 'NOK'),
    total: money(total, 'NOK'),
    memberPrice: total < before,
  };
}

const lines: readonly DisplayLine[] = [
  line('Skalljakke dame, str. M', 1, 129_900, 114_320),
  line('Termos stål 0,75 l', 1, 24_900),
  line('Ullsokker 2 par', 1, 17_900),
  line('Turmat pasta bolognese', 4, 47_600),
  line('Gasspatron 230 g', 2, 15_800),
  line('Hodelykt 400 lumen', 1, 44_900, 35_900),
  line('Sitteunderlag, blått', 1, 9_900, 7_900),
  line('Bærepose papir, stor', 1, 300),
];

const longLines: readonly DisplayLine[] = [
  line(
    'Ekspedisjonssovepose med dunfyll og vanntett trekk, ekstra lang, høyre glidelås',
    1,
    1_249_900,
    1_099_900,
  ),
  line('Telt for fire personer, fire sesonger, med forhåndsmonterte teltstenger', 2, 1_799_800, 1_599_800),
  line('Multibrenner med pumpe og vindskjerm', 1, 189_900, 169_900),
  line('Barneskalljakke med refleks, blå og grønn, str. 122/128', 3, 269_700),
  line('Reparasjonssett for oppblåsbare liggeunderlag', 12, 119_880),
  line('Tursko', 1, 219_900, 199_900),
];

export const nobody: DisplayView = {
  version: 1,
  till,
  shows: 'idle',
  name: null,
  member: false,
  lines: [],
  total: null,
  saved: null,
  bindingMessage: null,
  qrImage: null,
  until: null,
  machine: null,
};

const sale: DisplayView = {
  ...nobody,
  shows: 'basket',
  name: 'Kari',
  member: true,
  lines,
  total: money(222_520, 'NOK'),
  saved: money(26_580, 'NOK'),
};

/** Ten minutes from when the page is opened: no time is named yet. */
const inTenMinutes = () => new Date(Date.now() + 600_000).toISOString();

export function customerStates(): Readonly<Record<string, DisplayView>> {
  const waiting: DisplayView = { ...sale, shows: 'waiting', until: inTenMinutes() };
  const qr: DisplayView = { ...sale, shows: 'qr', qrImage: specimenCode, until: inTenMinutes() };
  const training = { ...till, profile: 'training' as const };
  return {
    'customer-idle': nobody,
    'customer-idle-shop-code': { ...nobody, qrImage: specimenCode },
    'customer-greeting': { ...sale, shows: 'greeting', lines: [], total: null, saved: null },
    'customer-greeting-no-name': { ...sale, shows: 'greeting', name: null },
    'customer-basket': sale,
    'customer-basket-guest': {
      ...sale,
      name: null,
      member: false,
      lines: lines.slice(3).map((one) => ({ ...one, total: one.before, memberPrice: false })),
      total: money(118_500, 'NOK'),
      saved: money(0, 'NOK'),
    },
    'customer-basket-empty': { ...sale, lines: [], total: money(0, 'NOK'), saved: money(0, 'NOK') },
    'customer-basket-long': {
      ...sale,
      name: null,
      lines: longLines,
      total: money(3_459_080, 'NOK'),
      saved: money(390_000, 'NOK'),
    },
    'customer-join': { ...sale, shows: 'join', name: null, member: false, bindingMessage: 'K7T-4MX' },
    'customer-waiting': waiting,
    'customer-waiting-most': { ...waiting, total: money(65_000_000, 'NOK') },
    'customer-qr': qr,
    'customer-qr-coming': { ...qr, qrImage: null },
    'customer-thanks': { ...sale, shows: 'thanks' },
    'customer-thanks-no-name': { ...sale, shows: 'thanks', name: null },
    'customer-not-completed': { ...sale, shows: 'notCompleted' },
    'customer-checking': { ...sale, shows: 'checking' },
    'customer-waiting-finland': {
      ...waiting,
      till: { ...till, store: 'Ketola Retki', market: 'FI', currency: 'EUR', language: 'en' },
      total: money(22_252, 'EUR'),
    },
    'customer-training-idle': { ...nobody, till: training },
    'customer-training-basket': { ...sale, till: training },
    'customer-training-qr': { ...qr, till: training },
    'customer-test-waiting': { ...waiting, till: { ...till, profile: 'test' } },
  };
}
