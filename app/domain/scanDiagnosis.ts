/**
 * What the scanner doctor says of one scan: what the code is, whether it arrived well, and what of it may be shown.
 * Content of a personal code is masked here and goes no further.
 */

import type { TillCommand } from './command.ts';
import type { Gtin } from './gtin.ts';
import type { Layout } from './keyboardLayouts.ts';
import type { Damage, DamagedCode } from './layoutDamage.ts';
import { mask } from './msisdn.ts';
import type { Product } from './product.ts';
import { meaningOf } from './scan.ts';
import { readSheet, type SheetReading } from './testSheet.ts';
import { tokenPath, walletHosts } from './walletAddress.ts';

/** How a scanner that types did so. */
export interface TypedScan {
  /** The same keys read as US layout; `null` where a key has no meaning there. */
  readonly usText: string | null;
  readonly suffix: 'enter' | 'tab' | 'none';
  /** Mean time between two characters. */
  readonly meanGapMs: number;
}

export interface ReadScan {
  readonly text: string;
  readonly symbology: string | null;
  /** `null` for a device that does not type. */
  readonly typed: TypedScan | null;
}

export type DiagnosedMeaning =
  | { readonly kind: 'goods'; readonly code: string; readonly product: string | null }
  /** Number: the code holds a readable phone number. Token: only the wallet knows whose it is. */
  | { readonly kind: 'personalQr'; readonly form: 'number' | 'token'; readonly masked: string | null }
  | { readonly kind: 'storeQr' }
  | { readonly kind: 'command'; readonly command: TillCommand }
  /** Layouts that explain it; `null` where Caps Lock alone was seen. */
  | {
      readonly kind: 'damaged';
      readonly what: DamagedCode;
      readonly layouts: { readonly scanner: Layout; readonly computer: Layout } | null;
    }
  /** The beginning or the end is missing. */
  | { readonly kind: 'cut'; readonly what: 'personalQr' | 'goods' }
  /** As long as a GTIN, and its check digit is wrong. */
  | { readonly kind: 'misread' }
  | ({ readonly kind: 'sheet' } & SheetReading)
  | { readonly kind: 'unknown' }
  | { readonly kind: 'nothing' };

/**
 * `readsWell`: nothing to do · `wrongLayout` · `capsLock` · `lettersLost`: letters of the sheet came out as others · `cut` ·
 * `noSuffix`: typed without Enter or Tab behind it · `misread` · `unknownProduct`: read well, not in the catalogue ·
 * `forPhones`: the store's code is for the customer's phone · `unknownCode`.
 */
export type ScanVerdict =
  | 'readsWell'
  | 'wrongLayout'
  | 'capsLock'
  | 'lettersLost'
  | 'cut'
  | 'noSuffix'
  | 'misread'
  | 'unknownProduct'
  | 'forPhones'
  | 'unknownCode';

export interface ScanDiagnosis {
  readonly meaning: DiagnosedMeaning;
  readonly verdict: ScanVerdict;
  /** The text as it arrived, personal parts masked, control characters as signs, at most `mostShown` characters. */
  readonly shown: string;
  /** Characters that arrived. */
  readonly length: number;
}

/** The catalogue, as far as the doctor needs it. */
export interface KnownGoods {
  bySku(sku: string): Product | null;
  byBarcode(gtin: Gtin): Product | null;
}

const mostShown = 64;

export function diagnose(scan: ReadScan, goods: KnownGoods): ScanDiagnosis {
  const meaning = diagnosedMeaning(scan.text.trim(), goods);
  return {
    meaning,
    verdict: verdictOf(meaning, scan.typed),
    shown: shownText(scan.text, meaning),
    length: [...scan.text].length,
  };
}

function diagnosedMeaning(text: string, goods: KnownGoods): DiagnosedMeaning {
  const sheet = readSheet(text);
  if (sheet !== null) return { kind: 'sheet', ...sheet };
  const meaning = meaningOf(text);
  switch (meaning.kind) {
    case 'goods':
      return { kind: 'goods', code: text, product: goods.byBarcode(meaning.gtin)?.name ?? null };
    case 'personalQr': {
      if (isCutAddress(text)) return { kind: 'cut', what: 'personalQr' };
      const masked = meaning.msisdn === null ? null : mask(meaning.msisdn);
      return { kind: 'personalQr', form: masked === null ? 'token' : 'number', masked };
    }
    case 'damagedByLayout':
      return { kind: 'damaged', what: meaning.damage.what, layouts: layoutsOf(meaning.damage) };
    case 'storeQr':
      return isCutAddress(text) ? { kind: 'cut', what: 'personalQr' } : meaning;
    case 'command':
    case 'nothing':
      return meaning;
    case 'text':
      return ofText(text, goods);
  }
}

/** What it must have been stays here: it is somebody's. */
function layoutsOf(damage: Damage): Extract<DiagnosedMeaning, { kind: 'damaged' }>['layouts'] {
  return damage.capsLock ? null : { scanner: damage.scanner, computer: damage.computer };
}

function ofText(text: string, goods: KnownGoods): DiagnosedMeaning {
  const product = goods.bySku(text);
  if (product !== null) return { kind: 'goods', code: text, product: product.name };
  if (isCutAddress(text)) return { kind: 'cut', what: 'personalQr' };
  if (/^(\d{8}|\d{12,14})$/.test(text)) return { kind: 'misread' };
  if (/^(\d{7}|\d{9,11})$/.test(text)) return { kind: 'cut', what: 'goods' };
  return { kind: 'unknown' };
}

/** A personal address that ends too early or begins too late. Only its frame is looked at, not whose it is. */
const cutAddresses: readonly RegExp[] = [
  /^https?:\/\/(q(r(\.[a-z]*(\.[a-z]*)?)?)?)?$/,
  /^https:\/\/qr\.(vipps|mobilepay)\.(no|dk|fi)\/((p|28(\/2(\/01(\/031)?)?)?)?\/?)?$/,
  /^https:\/\/qr\.(vipps|mobilepay)\.(no|dk|fi)\/28\/2\/01\/031\/\d*(\?(v=?)?)?$/,
  /^(?!https:\/\/).{0,7}qr\.(vipps|mobilepay)\.(no|dk|fi)\/(p|28)\//,
  /^.{0,20}\/2\/01\/031\/\d+\?v=1$/,
];

/** Shorter ends of the beginning of an address stand in other texts too. */
const leastEnd = 'no/p/'.length;

function isCutAddress(text: string): boolean {
  return cutAddresses.some((one) => one.test(text)) || walletHosts.some((host) => beginsLate(text, host));
}

function beginsLate(text: string, host: string): boolean {
  const begin = `https://${host}${tokenPath}`;
  const end = text.slice(0, text.indexOf(tokenPath) + tokenPath.length);
  return end.length >= leastEnd && end.length < begin.length && begin.endsWith(end) && text !== end;
}

function verdictOf(meaning: DiagnosedMeaning, typed: TypedScan | null): ScanVerdict {
  switch (meaning.kind) {
    case 'damaged':
      return meaning.layouts === null ? 'capsLock' : 'wrongLayout';
    case 'cut':
    case 'nothing':
      return 'cut';
    case 'misread':
      return 'misread';
    case 'storeQr':
      return 'forPhones';
    case 'sheet':
      if (!meaning.whole) return meaning.sheet === 'letters' ? 'lettersLost' : 'cut';
      return typed?.suffix === 'none' ? 'noSuffix' : 'readsWell';
    case 'goods':
      if (typed?.suffix === 'none') return 'noSuffix';
      return meaning.product === null ? 'unknownProduct' : 'readsWell';
    case 'personalQr':
    case 'command':
      return typed?.suffix === 'none' ? 'noSuffix' : 'readsWell';
    case 'unknown':
      return 'unknownCode';
  }
}

function shownText(text: string, meaning: DiagnosedMeaning): string {
  const visible = withSigns(text);
  const isPersonal =
    meaning.kind === 'personalQr' ||
    meaning.kind === 'damaged' ||
    (meaning.kind === 'cut' && meaning.what === 'personalQr');
  if (isPersonal) return frameOnly(visible, meaning);
  if (meaning.kind === 'goods') return atMost(visible);
  const ownerless = visible.replace(/((vipps|mobilepay)[.](no|dk|fi)).+$/i, '$1…');
  return atMost(meaning.kind === 'sheet' ? ownerless : withoutNumbers(ownerless));
}

/** By characters, as half of one is none. */
function atMost(text: string): string {
  const signs = [...text];
  return signs.length > mostShown ? `${signs.slice(0, mostShown - 1).join('')}…` : text;
}

/** A code that nobody knows may be somebody's number, also as people write it: in groups. */
function withoutNumbers(text: string): string {
  return text.replace(
    /\p{Nd}(?:[\s()./-]{0,3}\p{Nd}){7,}/gu,
    (run) => `${run.slice(0, 2)}•••${run.slice(-2)}`,
  );
}

/** How the address begins may be seen, because that shows how it was damaged; whose it is may not. */
function frameOnly(text: string, meaning: DiagnosedMeaning): string {
  const frame = /^.*?qr[.](vipps|mobilepay)[.](no|dk|fi)|^.{0,5}\/p\/|^.{0,8}/i.exec(text)?.[0] ?? '';
  if (meaning.kind !== 'personalQr') return `${frame}…`;
  return meaning.form === 'number' ? `${frame}/28/2/01/031/•••` : `${frame}/p/•••`;
}

/**
 * Control characters by their signs (U+2400 on), so that a suffix or a separator in the code can be seen. What has no sign
 * and would turn the line around or hide in it stands as U+FFFD.
 */
function withSigns(text: string): string {
  return Array.from(text, (one) => {
    const code = one.charCodeAt(0);
    if (code === 0x7f) return '\u2421';
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return /[\p{Cc}\p{Cf}]/u.test(one) ? '\ufffd' : one;
  }).join('');
}
