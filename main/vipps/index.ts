/** Everything the till says to Vipps MobilePay, built from one configuration. The only file others import from here. */

import type { CheckIn } from '../../app/ports/CheckIn.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { CustomerCodes } from '../../app/ports/CustomerCodes.ts';
import type { Ids } from '../../app/ports/Ids.ts';
import type { Log } from '../../app/ports/Log.ts';
import type { Login } from '../../app/ports/Login.ts';
import type { Receipts } from '../../app/ports/Receipts.ts';
import { createPlatform } from './call.ts';
import { createCheckIn } from './checkIn.ts';
import { type AxiosAdapter, createClient } from './client.ts';
import type { VippsConfig } from './config.ts';
import { createEpayment, type Epayment } from './epayment.ts';
import { createLogin } from './login.ts';
import { createMerchantQr, type MerchantQr } from './merchantQr.ts';
import { createReceipts } from './orderManagement.ts';
import { createCustomerCodes } from './qr.ts';
import { type ProductConnection, testConnection } from './testConnection.ts';
import { createTokens } from './token.ts';
import { createWebhooks, type Webhooks } from './webhooks.ts';

export { type AxiosAdapter, adapterOf, type Exchange } from './client.ts';
export type { VippsConfig } from './config.ts';
export type { Epayment } from './epayment.ts';
export type { MerchantQr, MerchantQrCode } from './merchantQr.ts';
export type { Product, ProductConnection } from './testConnection.ts';
export type { Registered, Registration, Webhooks } from './webhooks.ts';
export { checkedInEvent, loginPingEvent, webhookEvents } from './webhooks.ts';

export interface VippsDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** Takes the place of Node's HTTP in a simulation; see `adapterOf`. */
  readonly adapter?: AxiosAdapter;
}

export interface Vipps {
  readonly payments: Epayment;
  readonly codes: CustomerCodes;
  readonly checkIn: CheckIn;
  readonly login: Login;
  readonly receipts: Receipts;
  readonly webhooks: Webhooks;
  readonly merchantQr: MerchantQr;
  /** Asks each product whether these keys work. Changes nothing. */
  testConnection(): Promise<readonly ProductConnection[]>;
}

/** Sends nothing by itself. Without keys every call answers `notConfigured`. Dropping it leaves nothing behind. */
export function createVipps(config: VippsConfig, deps: VippsDeps): Vipps {
  const client = createClient(config.baseUrl, deps);
  const tokens = createTokens(config, { ...deps, client });
  const platform = createPlatform(config, { ...deps, client, tokens });
  const payments = createEpayment({ platform, posId: config.posId });
  const login = createLogin(config, { ...deps, client });
  const merchantQr = createMerchantQr({ platform });
  const webhooks = createWebhooks({ platform });
  return {
    payments,
    codes: createCustomerCodes({ platform }),
    checkIn: createCheckIn({ platform }),
    login,
    receipts: createReceipts({ platform, posId: config.posId }),
    webhooks,
    merchantQr,
    testConnection: () =>
      testConnection({ config, ids: deps.ids, tokens, platform, payments, login, merchantQr, webhooks }),
  };
}
