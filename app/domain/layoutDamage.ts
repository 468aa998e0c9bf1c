/**
 * Which keyboard layouts made this of a code: a scanner that types presses keys by the layout it is set to, and the
 * computer reads them by its own (scanners.md 8). Only forms that are known are looked for, so nothing is damaged that
 * could be an article number, and only what is certain is repaired.
 */

import { ownCodes } from './command.ts';
import { readGtin } from './gtin.ts';
import { deadAccents, keyOn, type Layout, layouts, type MadeKey, pressFor } from './keyboardLayouts.ts';
import { numberPath, readWalletAddress, tokenPath, walletHosts } from './walletAddress.ts';

/** `walletQr`: an address of the wallet that is nobody's personal code. */
export type DamagedCode = 'personalQr' | 'walletQr' | 'goods' | 'testSheet' | 'command';

export type Damage =
  | {
      readonly capsLock: false;
      readonly scanner: Layout;
      readonly computer: Layout;
      readonly what: DamagedCode;
      /** What it must have been; `null` where a dead key may have swallowed something or two readings differ. */
      readonly repaired: string | null;
    }
  /** Caps Lock turns every letter over. Which layouts stand behind it shows once it is off. */
  | { readonly capsLock: true; readonly what: DamagedCode };

interface Pair {
  readonly scanner: Layout;
  readonly computer: Layout;
  /** What each character of a code that the scanner can type comes out as. */
  readonly made: ReadonlyMap<string, MadeKey>;
}

interface Reading extends Pair {
  readonly what: DamagedCode;
  readonly repaired: string | null;
  /** Characters that this pair does not explain. */
  readonly strange: number;
  /** The country of the code's host, as a layout. */
  readonly country: Layout | null;
}

/** What a token is made of: unreserved characters of an address, and what base64 and escapes add (payments.md 5.1). */
const tokenCharacters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~=%'] as const;

/** In this order one is taken where several explain a text equally well: most scanners come from the factory as US. */
const pairs: readonly Pair[] = layouts.flatMap((scanner) =>
  layouts
    .filter((computer) => computer !== scanner)
    .map((computer) => ({ scanner, computer, made: madeBy(scanner, computer) })),
);

function madeBy(scanner: Layout, computer: Layout): ReadonlyMap<string, MadeKey> {
  return new Map(
    [...tokenCharacters, ...':/?]'].flatMap((character) => {
      const press = pressFor(scanner, character);
      const made = press && keyOn(computer, press);
      return made === null ? [] : [[character, made] as const];
    }),
  );
}

/** Stands for a dead key whose accent was not seen. */
const deadKey = '\ufffd';
const accents: Readonly<Record<string, string>> = {
  '´': '\u0301',
  '`': '\u0300',
  '¨': '\u0308',
  '^': '\u0302',
};

/** AIM identifiers of EAN and UPC, each with a number that a shop's code may hold behind it (scanners.md 6). */
const goodsForm = /^(E0(\d{12,13})|E4(\d{8}))$/;
const sheetForm = new RegExp(`^${ownCodes}\\d{3}(-\\d{3})+$`);
/** Y and Z stand in no command, as the German layout swaps them. */
const commandForm = new RegExp(`^${ownCodes}[A-X]+$`);

export function readDamage(scanned: string): Damage | null {
  const text = scanned.trim();
  // No layout makes a space of anything that stands in a code.
  if (formOf(text) !== null || /\s/.test(text)) return null;
  const reading = readLayouts(text);
  if (reading !== null) return reading;
  const turned = turnedOver(text);
  const what = turned === text ? null : (formOf(turned) ?? readLayouts(turned)?.what ?? null);
  return what === null ? null : { capsLock: true, what };
}

function formOf(text: string): DamagedCode | null {
  const address = readWalletAddress(text);
  if (address !== null) return address.kind === 'personalQr' ? 'personalQr' : 'walletQr';
  if (sheetForm.test(text)) return 'testSheet';
  if (commandForm.test(text)) return 'command';
  return text.startsWith(']') && isGoods(text.slice(1)) ? 'goods' : null;
}

function readLayouts(text: string): Damage | null {
  const readings = pairs.flatMap((pair) => {
    const reading = readAddress(text, pair) ?? readSheet(text, pair) ?? readGoods(text, pair);
    return reading === null ? [] : [reading];
  });
  const least = Math.min(...readings.map(({ strange }) => strange));
  const best = readings.filter(({ strange }) => strange === least);
  const first = best[0];
  if (first === undefined) return null;
  const ofUs = first.scanner === 'US';
  const likely = best.filter(({ scanner }) => !ofUs || scanner === 'US');
  const fits = likely.find((one) => one.country === (ofUs ? one.computer : one.scanner));
  const { scanner, computer, what, repaired } = fits ?? first;
  const certain = best.every((one) => one.repaired === repaired) ? repaired : null;
  return { capsLock: false, scanner, computer, what, repaired: certain };
}

function readAddress(text: string, pair: Pair): Reading | null {
  if (behind(text, 'https://qr.', pair) === null) return null;
  for (const host of walletHosts) {
    const begin = `https://${host}`;
    const rest = behind(text, begin, pair);
    if (rest === null) continue;
    const country = layouts.find((one) => host.endsWith(`.${one.toLowerCase()}`)) ?? null;
    const number = behind(rest, numberPath, pair);
    if (number !== null) return { ...readNumber(number, begin, pair), country };
    const token = behind(rest, tokenPath, pair);
    if (token !== null && token !== '') return { ...readToken(token, `${begin}${tokenPath}`, pair), country };
    if (behind(rest, '/', pair) === null) continue;
    return { ...pair, what: 'walletQr', repaired: null, strange: 0, country };
  }
  return null;
}

/** The form is fixed, so that a dead key that left a sign is known for what it was. */
function readNumber(text: string, begin: string, pair: Pair): Omit<Reading, 'country'> {
  const form = new RegExp(`^(\\d{9,15})${patternOf('?v=', pair)}1$`).exec(text);
  const whole = form?.slice(2).every((sign) => sign !== '') ?? false;
  return {
    ...pair,
    what: 'personalQr',
    repaired: whole ? `${begin}${numberPath}${form?.[1]}?v=1` : null,
    strange: 0,
  };
}

/** A token can hold anything anywhere: what a dead key may have swallowed in it cannot be seen. */
function readToken(text: string, begin: string, pair: Pair): Omit<Reading, 'country'> {
  const back = new Map<string, string>();
  let swallows = false;
  for (const character of tokenCharacters) {
    const made = pair.made.get(character);
    if (made?.dead) swallows = true;
    else if (made) back.set(made.character, character);
  }
  const signs = [...text].map((sign) => back.get(sign) ?? null);
  const strange = [...text].filter(
    (sign, index) => signs[index] === null && !isOfDeadKey(sign, pair.computer),
  );
  const whole = !swallows && signs.every((sign) => sign !== null);
  return {
    ...pair,
    what: 'personalQr',
    repaired: whole ? `${begin}${signs.join('')}` : null,
    strange: strange.length,
  };
}

function readSheet(text: string, pair: Pair): Reading | null {
  const hyphen = pair.made.get('-');
  if (hyphen === undefined || hyphen.dead || hyphen.character === '-' || text.includes('-')) return null;
  const repaired = text.replaceAll(hyphen.character, '-');
  return sheetForm.test(repaired)
    ? { ...pair, what: 'testSheet', repaired, strange: 0, country: null }
    : null;
}

/** `]` in front of the identifier lands on an accent of the letter behind it, or on a sign that is none. */
function readGoods(text: string, pair: Pair): Reading | null {
  const bracket = pair.made.get(']');
  if (bracket === undefined || bracket.character === ']') return null;
  const mark = bracket.dead ? (accents[bracket.character] ?? '') : '';
  const plain = text.normalize('NFD');
  const signs = bracket.dead ? [deadKey, bracket.character] : [bracket.character];
  const front = signs.includes(plain[0] ?? '');
  const composed = mark !== '' && plain.includes(mark);
  if (!front && !bracket.dead) return null;
  const identified = (front ? plain.slice(1) : plain).replace(mark, '');
  if (!isGoods(identified)) return null;
  const repaired = front || composed ? `]${identified}` : null;
  return { ...pair, what: 'goods', repaired, strange: 0, country: null };
}

function isGoods(identified: string): boolean {
  const form = goodsForm.exec(identified);
  return form !== null && readGtin(form[2] ?? form[3] ?? '') !== null;
}

/** What is left of a text behind these characters, as this pair makes them; `null` where it does not begin so. */
function behind(text: string, begin: string, pair: Pair): string | null {
  let made = '';
  for (const character of begin) {
    const one = pair.made.get(character);
    if (one === undefined || one.dead) return null;
    made += one.character;
  }
  return text.startsWith(made) ? text.slice(made.length) : null;
}

/** As a pattern with a group for each dead key, which is empty where it was swallowed. */
function patternOf(characters: string, pair: Pair): string {
  return [...characters]
    .map((character) => {
      const made = pair.made.get(character);
      const sign = escaped(made?.character ?? '');
      return made?.dead ? `([${deadKey}${sign}]?)` : sign;
    })
    .join('');
}

const escaped = (sign: string) => sign.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** A dead key's sign, its accent, or the letter that it made of the next key. */
function isOfDeadKey(sign: string, computer: Layout): boolean {
  const [, mark] = sign.normalize('NFD');
  return sign === deadKey || deadAccents(computer).some((one) => sign === one || mark === accents[one]);
}

function turnedOver(text: string): string {
  return [...text]
    .map((one) => {
      const other = one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase();
      return other.length === 1 ? other : one;
    })
    .join('');
}
