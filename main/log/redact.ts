/**
 * Takes out of a text what a log may never hold: phone numbers, personal QR addresses, tokens and keys. Flows do not
 * pass such values in the first place; this is the second wall, so it rather takes too much.
 */

/** In this order: an address or a token is taken whole before its digits are looked at. */
const rules: readonly (readonly [pattern: RegExp, instead: string])[] = [
  // Personal codes, old and new brand names, whatever a wrongly set keyboard made of `://` (scanners.md 8).
  [/\S*\bqr[._-]?(?:vipps|mobilepay)\S*/gi, '[qr]'],
  [/\b(?:bearer|basic)\s+\S+/gi, '[token]'],
  // A JSON Web Token: three parts, the first of which always begins like this.
  [/\beyJ[\w-]+(?:\.[\w-]*)*/g, '[token]'],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '[email]'],
  // Query values of any address.
  [/\?[^\s?]+/g, '?[query]'],
  // Long runs without a space that are no identifier of ours: keys, secrets, base64.
  [/(?<![\w-])(?=[\w+/=-]*\d)(?=[\w+/=-]*[A-Za-z])(?:[A-Za-z0-9+/_]{33,}={0,2})/g, '[secret]'],
];

/** Eight digits and more, with the spaces, dots and hyphens people write in phone numbers. */
const phoneLike = /\(?\+?\d(?:[\s\u00a0.()/-]{0,2}\d){7,}/g;

/** Ids of ours are hexadecimal groups; their runs of digits are no phone number. */
const uuid = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi;
/** A sale's number, as long as its zeros tell it from a phone number. */
const saleNumber = /\b\d{2}-0\d{5}\b/g;
/** Times as every time in the till is printed. */
const isoTime = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

export function redactText(text: string): string {
  const whole = rules.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), text);
  return outside(whole, [uuid, saleNumber, isoTime], (part) => part.replace(phoneLike, '[number]'));
}

/** Names under which no value is ever written, whatever it looks like. */
const forbiddenName =
  /msisdn|phone|token|secret|password|^pin$|authorization|subscriptionkey|email|givenname|familyname|^name$|^sub$|rawtext|scanned/i;

/** A number as long as a phone number is one, unless it is a time or duration by its name. */
const timeName = /(at|ms|until|since|bytes)$/i;

/** Names of ids, ours and the services': random hexadecimal has runs of digits that only look like a number. */
const idName = /^(id|key|reference|saleId|traceId|webhook|device)$/;
const idValue = /^(?=.*[a-z])[A-Za-z0-9-]{6,64}$/;

export function redactFact(name: string, value: string | number | boolean | null): typeof value {
  if (typeof value === 'boolean' || value === null) return value;
  if (forbiddenName.test(name)) return '[left out]';
  if (typeof value === 'string' && idName.test(name) && idValue.test(value)) return value;
  if (typeof value === 'string') return redactText(value);
  return Math.abs(value) >= 10_000_000 && !timeName.test(name) ? '[number]' : value;
}

/** Changes the text between the matches of `kept` and leaves the matches as they are. */
function outside(text: string, kept: readonly RegExp[], change: (part: string) => string): string {
  const [first, ...rest] = kept;
  if (first === undefined) return change(text);
  const matches = text.match(first) ?? [];
  return text
    .split(first)
    .map((part, i) => outside(part, rest, change) + (matches[i] ?? ''))
    .join('');
}
