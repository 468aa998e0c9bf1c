/** Registrations of webhooks (Webhooks API v1; payments.md 6.1). Set up once, not per payment. */

import type { RemoteFault } from '../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { deadlines, type Platform, readAs } from './call.ts';
import { registeredSchema, registrationsSchema } from './wire/webhooks.ts';

/** Every event the till can use (payments.md 6.2; `epayments` is plural there). */
export const webhookEvents: readonly string[] = [
  'epayments.payment.created.v1',
  'epayments.payment.authorized.v1',
  'epayments.payment.aborted.v1',
  'epayments.payment.expired.v1',
  'epayments.payment.terminated.v1',
  'epayments.payment.captured.v1',
  'epayments.payment.cancelled.v1',
  'epayments.payment.refunded.v1',
];

/** One registration a sales unit only; fired by a scan of the store's static code. */
export const checkedInEvent = 'user.checked-in.v1';
export const loginPingEvent = 'login.merchant-initiated.ping.v1';

export interface Registered {
  readonly id: string;
  /** Told this once and never again. A secret: keep it encrypted with the id. */
  readonly secret: string;
}

export interface Registration {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
}

export interface Webhooks {
  /** `url`: https, reachable from outside, without redirect. */
  register(url: string, events: readonly string[]): Promise<Result<Registered, RemoteFault>>;
  list(): Promise<Result<readonly Registration[], RemoteFault>>;
  /** A registration that is gone already is a success. */
  delete(id: string): Promise<Result<void, RemoteFault>>;
}

const api = 'webhooks';
const path = '/webhooks/v1/webhooks';

export function createWebhooks(deps: { readonly platform: Platform }): Webhooks {
  const { platform } = deps;
  return {
    async register(url, events) {
      const answered = await platform.call({
        api,
        name: 'register',
        method: 'POST',
        path,
        body: { url, events },
        nature: 'write',
        deadlineMs: deadlines.setUp,
      });
      return readAs(registeredSchema, api, answered);
    },
    async list() {
      const answered = await platform.call({
        api,
        name: 'list',
        method: 'GET',
        path,
        nature: 'read',
        deadlineMs: deadlines.setUp,
      });
      const read = readAs(registrationsSchema, api, answered);
      return read.ok ? ok(read.value.webhooks) : read;
    },
    async delete(id) {
      const answered = await platform.call({
        api,
        name: 'delete',
        method: 'DELETE',
        path: `${path}/${encodeURIComponent(id)}`,
        nature: 'write',
        deadlineMs: deadlines.setUp,
      });
      if (answered.ok || answered.fault.kind === 'notFound') return ok();
      return err(answered.fault);
    },
  };
}
