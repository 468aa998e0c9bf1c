/**
 * Whether the store's keys work, product by product, for the settings page. Asks only things that change nothing and
 * reach nobody. Check-in has no such question and is left out.
 */

import type { PaymentReference } from '../../app/domain/payment.ts';
import type { RemoteFault } from '../../app/kernel/fault.ts';
import { ok, type Result } from '../../app/kernel/result.ts';
import type { Ids } from '../../app/ports/Ids.ts';
import type { Login } from '../../app/ports/Login.ts';
import type { Payments } from '../../app/ports/Payments.ts';
import { deadlines, type Platform } from './call.ts';
import { hasPlatformKeys, type VippsConfig } from './config.ts';
import type { MerchantQr } from './merchantQr.ts';
import type { Tokens } from './token.ts';
import type { Webhooks } from './webhooks.ts';

export type Product = 'accessToken' | 'epayment' | 'qr' | 'login' | 'orderManagement' | 'webhooks';

export interface ProductConnection {
  readonly product: Product;
  readonly result: Result<void, RemoteFault>;
}

export interface TestedClients {
  readonly config: VippsConfig;
  readonly ids: Ids;
  readonly tokens: Tokens;
  readonly platform: Platform;
  readonly payments: Payments;
  readonly login: Login;
  readonly merchantQr: MerchantQr;
  readonly webhooks: Webhooks;
}

/** Asks all products at once; the order of the list is fixed. */
export async function testConnection(clients: TestedClients): Promise<readonly ProductConnection[]> {
  const { config, tokens, payments, login, merchantQr, webhooks } = clients;
  // A reference nobody has used: that it is unknown is the good answer.
  const reference = `check-${clients.ids.unique()}`.slice(0, 50) as PaymentReference;
  const asked: readonly (readonly [Product, Promise<Result<unknown, RemoteFault>>])[] = [
    ['accessToken', hasPlatformKeys(config) ? tokens.get() : notConfigured()],
    ['epayment', payments.read(reference).then(unknownIsGood)],
    ['qr', merchantQr.list()],
    ['login', login.poll(reference).then(strangerIsGood)],
    ['orderManagement', readOrder(clients.platform, reference).then(unknownIsGood)],
    ['webhooks', webhooks.list()],
  ];
  return Promise.all(
    asked.map(async ([product, asking]) => {
      const answered = await asking;
      return { product, result: answered.ok ? ok() : answered };
    }),
  );
}

function readOrder(platform: Platform, reference: PaymentReference): Promise<Result<unknown, RemoteFault>> {
  return platform.call({
    api: 'orderManagement',
    name: 'readOrder',
    method: 'GET',
    path: `/order-management/v2/ecom/${reference}`,
    nature: 'read',
    deadlineMs: deadlines.setUp,
  });
}

async function notConfigured(): Promise<Result<never, RemoteFault>> {
  return { ok: false, fault: { kind: 'notConfigured', service: { api: 'accessToken' } } };
}

function unknownIsGood(answered: Result<unknown, RemoteFault>): Result<unknown, RemoteFault> {
  return !answered.ok && answered.fault.kind === 'notFound' ? ok() : answered;
}

/** Right keys with a login nobody started: `invalid_grant`; wrong keys: 401 `invalid_client`. An expired one passes too. */
function strangerIsGood(answered: Result<unknown, RemoteFault>): Result<unknown, RemoteFault> {
  return !answered.ok && answered.fault.service.code === 'invalid_grant' ? ok() : answered;
}
