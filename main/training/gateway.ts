/**
 * What stands before every API: keys, bearer token and rate limits. Its refusals do not follow the problem format
 * (payments.md 2.4); the exact body is not published, so the wording is that of the gateway product named there.
 */

import type { Clock } from '../../app/ports/Clock.ts';
import type { AccessTokens } from './accessToken.ts';
import type { Call, Detail, ServiceResponse } from './exchange.ts';
import type { Settled } from './options.ts';

export function gatewayAnswer(
  status: number,
  message: string,
  retryAfterSeconds: number | null,
): ServiceResponse {
  return {
    status,
    headers: {
      'content-type': 'application/json',
      ...(retryAfterSeconds === null ? {} : { 'retry-after': String(retryAfterSeconds) }),
    },
    body: JSON.stringify({ statusCode: status, message }),
  };
}

export interface Gateway {
  /** Refusal for a missing or wrong subscription key or bearer token; `null` lets the call in. */
  admit(call: Call): ServiceResponse | null;
  /** 429 when `counter` had `limit` calls within the last minute; else counts this one. */
  limit(counter: string, limit: number): ServiceResponse | null;
}

export function createGateway(clock: Clock, settled: Settled, tokens: AccessTokens): Gateway {
  const calls = new Map<string, readonly number[]>();
  return {
    admit(call) {
      return subscriptionKeyRefusal(call, settled) ?? bearerRefusal(call, tokens);
    },
    limit(counter, limit) {
      const now = clock.monotonic();
      const recent = (calls.get(counter) ?? []).filter((at) => now - at < 60_000);
      const first = recent[0];
      if (recent.length >= limit && first !== undefined) {
        const seconds = Math.ceil((first + 60_000 - now) / 1000);
        const message = `Rate limit is exceeded. Try again in ${seconds} seconds.`;
        return gatewayAnswer(429, message, settled.retryAfterAtGateway ? seconds : null);
      }
      calls.set(counter, [...recent, now]);
      return null;
    },
  };
}

export function subscriptionKeyRefusal(call: Call, settled: Settled): ServiceResponse | null {
  const key = call.headers['ocp-apim-subscription-key'];
  if (key === undefined || key === '') {
    const message =
      'Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.';
    return gatewayAnswer(401, message, null);
  }
  if (!settled.keys.subscriptionKeys.includes(key)) {
    const message =
      'Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.';
    return gatewayAnswer(401, message, null);
  }
  return null;
}

function bearerRefusal(call: Call, tokens: AccessTokens): ServiceResponse | null {
  const header = call.headers['authorization'] ?? '';
  // `Bearer` is compulsory and case-sensitive (payments.md 2.3).
  if (!header.startsWith('Bearer '))
    return gatewayAnswer(401, 'Unauthorized. Access token is missing or invalid.', null);
  return tokens.valid(header.slice('Bearer '.length))
    ? null
    : gatewayAnswer(401, 'Unauthorized. Access token is missing or invalid.', null);
}

/** Header rules shared by the APIs: MSN where compulsory and `Vipps-System-*` of at most `longest` characters. */
export function headerFaults(call: Call, msn: 'required' | 'optional', longest = 30): readonly Detail[] {
  const details: Detail[] = [];
  const serial = call.headers['merchant-serial-number'];
  if (serial === undefined && msn === 'required') {
    details.push({
      name: 'Merchant-Serial-Number',
      reason: 'The header Merchant-Serial-Number is required.',
    });
  } else if (serial !== undefined && !/^[0-9]{4,10}$/.test(serial)) {
    const reason = "The header Merchant-Serial-Number must match the regular expression '^[0-9]{4,10}$'.";
    details.push({ name: 'Merchant-Serial-Number', reason });
  }
  for (const name of systemHeaders) {
    const value = call.headers[name.toLowerCase()];
    if (value !== undefined && value.length > longest) {
      details.push({ name, reason: `The header ${name} must have a maximum length of ${longest}.` });
    }
  }
  return details;
}

const systemHeaders = [
  'Vipps-System-Name',
  'Vipps-System-Version',
  'Vipps-System-Plugin-Name',
  'Vipps-System-Plugin-Version',
] as const;

/** A serial number that is not the one these keys belong to (payments.md 2.4, status 403). */
export function foreignMsn(call: Call, settled: Settled): boolean {
  const serial = call.headers['merchant-serial-number'];
  return serial !== undefined && serial !== settled.keys.merchantSerialNumber;
}
