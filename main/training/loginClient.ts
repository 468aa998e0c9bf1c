/** Client authentication and form bodies of the Login calls (identity-and-loyalty.md 1.3). */

import type { Call, ServiceResponse } from './exchange.ts';
import type { Settled } from './options.ts';
import { oauthError } from './problems.ts';

export type LoginForm =
  | { readonly ok: true; readonly form: URLSearchParams }
  | { readonly ok: false; readonly answer: ServiceResponse };

/** The form of an authenticated call. Basic or post, as the portal has it for the sales unit; the other is 401. */
export function authenticatedForm(call: Call, settled: Settled): LoginForm {
  const type = (call.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') {
    const description = 'The body must be application/x-www-form-urlencoded.';
    return { ok: false, answer: oauthError(400, 'invalid_request', description) };
  }
  const form = new URLSearchParams(call.text);
  const known = settled.salesUnit.loginAuth === 'basic' ? basicFits(call, settled) : postFits(form, settled);
  return known ? { ok: true, form } : { ok: false, answer: invalidClient() };
}

export function invalidClient(): ServiceResponse {
  const description =
    'Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method).';
  return oauthError(401, 'invalid_client', description);
}

function basicFits(call: Call, settled: Settled): boolean {
  const header = call.headers['authorization'] ?? '';
  if (!header.startsWith('Basic ')) return false;
  const text = Buffer.from(header.slice('Basic '.length), 'base64').toString('utf8');
  return text === `${settled.keys.clientId}:${settled.keys.clientSecret}`;
}

function postFits(form: URLSearchParams, settled: Settled): boolean {
  return (
    form.get('client_id') === settled.keys.clientId && form.get('client_secret') === settled.keys.clientSecret
  );
}

export type Hint =
  | { readonly kind: 'phone'; readonly phone: string }
  | { readonly kind: 'token'; readonly token: string };

/** `urn:msisdn:` with one of the five calling codes, or `urn:customer-token:`. `null` for anything else. */
export function readHint(hint: string): Hint | null {
  const phone = /^urn:msisdn:((?:46|45|47|358|299)\d{4,12})$/.exec(hint)?.[1];
  if (phone !== undefined) return { kind: 'phone', phone };
  const token = /^urn:customer-token:(.+)$/.exec(hint)?.[1];
  return token === undefined ? null : { kind: 'token', token };
}

export function badHint(): ServiceResponse {
  const description =
    "login_hint.value : Invalid login_hint. login_hint must be in format: 'urn:msisdn:46|45|47|358|299{phonenumber}'.";
  return oauthError(400, 'invalid_request', description);
}
