/** The registrations that this till has made, with their secrets, sealed among its secrets: they are told once only. */

import { z } from 'zod';
import type { Log } from '../../app/ports/Log.ts';
import type { Secrets } from './secrets.ts';

export interface KeptWebhook {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
}

export interface WebhookKeep {
  /** Newest last; empty where there are none, or none that can be read. */
  read(): readonly KeptWebhook[];
  write(registrations: readonly KeptWebhook[]): void;
}

const schema = z.array(z.strictObject({ id: z.string(), url: z.string(), secret: z.string() })).readonly();

/** The registration for payments and the one for check-ins are kept apart. */
export type KeptName = 'webhook.registrations' | 'webhook.checkIns';

export function webhookKeep(secrets: Secrets, name: KeptName, log: Log): WebhookKeep {
  return {
    read() {
      const stored = secrets.get(name);
      const parsed = schema.safeParse(parseJson(stored.ok ? stored.value : null));
      return parsed.success ? parsed.data : [];
    },
    write(registrations) {
      // Without it the next start makes a new registration: a nuisance and no loss.
      const written = secrets.put(name, JSON.stringify(registrations));
      if (!written.ok) log.warn('webhooks.notKept', { fault: written.fault.kind });
    },
  };
}

function parseJson(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
