/** How one simulated world is set up: the sales unit, its keys, how long things live, who pays by default. */

import type { Clock } from '../../app/ports/Clock.ts';
import type { Ids } from '../../app/ports/Ids.ts';
import type { CustomerScript } from './customers.ts';
import type { Memory } from './memory.ts';
import type { SendWebhook } from './webhookDelivery.ts';

/** Keys of one sales unit (payments.md 2.2). */
export interface ApiKeys {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Primary and secondary key, interchangeable. */
  readonly subscriptionKeys: readonly string[];
  readonly merchantSerialNumber: string;
}

/** The keys that training mode uses unless told otherwise. They open nothing but a simulated service. */
export const trainingKeys = {
  clientId: '7ca1ab1e-0000-4000-8000-00000000c1b0',
  clientSecret: 'training-secret-that-opens-nothing',
  subscriptionKey: '7ca1ab1e00000000000000000000c1b0',
  merchantSerialNumber: '100001',
} as const;

export type Country = 'NO' | 'DK' | 'FI';

/** The sales unit as the business portal would have it; may be changed while the world runs. */
export interface SalesUnit {
  readonly name: string;
  readonly clubName: string;
  readonly country: Country;
  /** `PUSH_MESSAGE` approved; otherwise 5080. */
  readonly pushAllowed: boolean;
  /** `expiresAt` approved; otherwise 5050. */
  readonly longLivingAllowed: boolean;
  /** Partial captures agreed; otherwise 6140. */
  readonly partialCaptureAllowed: boolean;
  /** `client_secret_basic` unless the portal was switched (identity-and-loyalty.md 1.3). */
  readonly loginAuth: 'basic' | 'post';
}

/** What a customer does for whom nothing was scripted. */
export interface DefaultCustomer extends CustomerScript {
  /** Wait for the phone page instead, as long as one is open. */
  readonly manualWhenPhoneOpen: boolean;
}

export interface TrainingOptions {
  readonly clock: Clock;
  readonly ids: Ids;
  /** Own address, used in image, landing and discovery addresses. No trailing slash. */
  readonly baseUrl?: string;
  readonly keys?: ApiKeys;
  readonly salesUnit?: Partial<SalesUnit>;
  readonly defaultCustomer?: DefaultCustomer;
  /** Form of personal codes: by market, or the same for everybody (payments.md 5.1). */
  readonly personalQr?: PersonalQrForm;
  /** Life of an access token in seconds: 3600 in test, 86400 in production (payments.md 3). */
  readonly tokenLifeSeconds?: number;
  /** So long a customer may take to approve: ten minutes (payments.md 4.5). */
  readonly customerTimeMs?: number;
  /** Calls a minute and reference (payments.md 2.6). */
  readonly rateLimits?: { readonly changes: number; readonly reads: number };
  /** The gateway tells when to come back. Documented for Login only, so off by default. */
  readonly retryAfterAtGateway?: boolean;
  /** The refusing amounts of the test environment (payments.md 10). */
  readonly testAmounts?: boolean;
  readonly idTokenAudience?: 'string' | 'array';
  /** `sub` of a payment with profile sharing appears so much later (payments.md 8). */
  readonly profileSubDelayMs?: number;
  /** Check-in answers 500 in the real test environment; here it works unless switched off. */
  readonly checkInWorks?: boolean;
  readonly sendWebhook?: SendWebhook;
  /** Where to remember payments when the process dies; nowhere unless told. */
  readonly memory?: Memory;
  /** 1 is the documented retry ladder; 0.01 makes it a hundred times faster. */
  readonly webhookTimeScale?: number;
}

export type PersonalQrForm = 'byMarket' | 'clearText' | 'token';

export type Settled = Required<
  Omit<TrainingOptions, 'clock' | 'ids' | 'salesUnit' | 'sendWebhook' | 'memory'>
> & {
  /** Replaced when the portal changes it. */
  salesUnit: SalesUnit;
  readonly sendWebhook: SendWebhook | null;
};

export function settle(options: TrainingOptions): Settled {
  return {
    baseUrl: options.baseUrl ?? 'http://127.0.0.1',
    keys: options.keys ?? {
      clientId: trainingKeys.clientId,
      clientSecret: trainingKeys.clientSecret,
      subscriptionKeys: [trainingKeys.subscriptionKey],
      merchantSerialNumber: trainingKeys.merchantSerialNumber,
    },
    salesUnit: {
      name: 'Klubbkassa training store',
      clubName: 'Klubbkassa training club',
      country: 'NO',
      pushAllowed: true,
      longLivingAllowed: false,
      partialCaptureAllowed: true,
      loginAuth: 'basic',
      ...options.salesUnit,
    },
    defaultCustomer: options.defaultCustomer ?? {
      does: 'approve',
      afterMs: 3000,
      manualWhenPhoneOpen: true,
    },
    personalQr: options.personalQr ?? 'byMarket',
    tokenLifeSeconds: options.tokenLifeSeconds ?? 3600,
    customerTimeMs: options.customerTimeMs ?? 600_000,
    rateLimits: options.rateLimits ?? { changes: 5, reads: 120 },
    retryAfterAtGateway: options.retryAfterAtGateway ?? false,
    testAmounts: options.testAmounts ?? true,
    idTokenAudience: options.idTokenAudience ?? 'array',
    profileSubDelayMs: options.profileSubDelayMs ?? 0,
    checkInWorks: options.checkInWorks ?? true,
    sendWebhook: options.sendWebhook ?? null,
    webhookTimeScale: options.webhookTimeScale ?? 1,
  };
}

export const currencyOf = { NO: 'NOK', DK: 'DKK', FI: 'EUR' } as const satisfies Record<Country, string>;
