/**
 * Takes webhook deliveries from whichever HTTP server hands them in: verifies, tells duplicates, answers at once. The
 * work an event asks for is done by others afterwards, well within the sender's 10 s (payments.md 6.6).
 */

import type { Instant } from '../../app/kernel/time.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import { readPayload, type WebhookEvent } from './payload.ts';
import { isSigned } from './verify.ts';

/** A registration this till has made and knows the secret of. */
export interface KnownRegistration {
  readonly id: string;
  readonly secret: string;
  /** The registered address. Its path, query and host are what is signed, whatever a proxy made of them. */
  readonly url: string;
}

export interface Delivery {
  readonly method: string;
  /** As requested: path with query. */
  readonly path: string;
  /** Names in any case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly rawBody: Uint8Array;
}

export interface DeliveryAnswer {
  /** For the sender; no body belongs to it. */
  readonly status: 200 | 401 | 405 | 413;
  /** `null`: refused, unknown or seen before. */
  readonly event: WebhookEvent | null;
}

/** Of forged or damaged deliveries, and of registrations whose secret is not the one in keeping. */
export interface SignatureFailures {
  readonly count: number;
  readonly lastAt: Instant | null;
}

export interface WebhookReceiver {
  receiveWebhook(delivery: Delivery): DeliveryAnswer;
  signatureFailures(): SignatureFailures;
}

const mostRemembered = 2_000;
const mostBodyBytes = 256_000;

/** `registrations` is asked at every delivery, so a new one counts at once. Overlapping ones are tried one by one. */
export function createWebhookReceiver(deps: {
  readonly clock: Clock;
  readonly registrations: () => readonly KnownRegistration[];
}): WebhookReceiver {
  const seen = new Set<string>();
  let failures: SignatureFailures = { count: 0, lastAt: null };

  function isKnownSender(delivery: Delivery): boolean {
    const headers = lowerCase(delivery.headers);
    return deps.registrations().some(({ secret, url }) => {
      if (!URL.canParse(url)) return false;
      const { pathname, search, host } = new URL(url);
      const rules = { secret, pathAndQuery: pathname + search, host };
      return isSigned({ headers, rawBody: delivery.rawBody }, rules);
    });
  }

  function isNew(identity: string): boolean {
    if (seen.has(identity)) return false;
    seen.add(identity);
    if (seen.size > mostRemembered) {
      for (const oldest of seen) {
        seen.delete(oldest);
        break;
      }
    }
    return true;
  }

  function receiveWebhook(delivery: Delivery): DeliveryAnswer {
    if (delivery.method.toUpperCase() !== 'POST') return { status: 405, event: null };
    if (delivery.rawBody.byteLength > mostBodyBytes) return { status: 413, event: null };
    if (!isKnownSender(delivery)) {
      failures = { count: failures.count + 1, lastAt: deps.clock.now() };
      return { status: 401, event: null };
    }
    // Signed but not understood: sending it again would not help, so it is accepted and left.
    const payload = readPayload(delivery.rawBody, deps.clock.now());
    if (payload === null || !isNew(payload.identity)) return { status: 200, event: null };
    return { status: 200, event: payload.event };
  }

  return { receiveWebhook, signatureFailures: () => failures };
}

function lowerCase(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
