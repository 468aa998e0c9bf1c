/**
 * A store to try single stories in: real tills with their real clients, the training service, a line between them, a club,
 * customers with phones, the business portal, all under one clock that stands still until told to pass.
 */

import type { Msisdn } from '../../../app/domain/msisdn.ts';
import type { Ports } from '../../../app/ports/Ports.ts';
import { memoryStock } from '../../../app/testing/memoryStock.ts';
import type { CustomerScript, SalesUnit, TrainingService } from '../../training/index.ts';
import { createTrainingService, trainingKeys } from '../../training/index.ts';
import { adapterOf, createVipps, type Vipps, webhookEvents } from '../../vipps/index.ts';
import { createWebhookReceiver, type KnownRegistration } from '../../webhooks/receiver.ts';
import { audit } from '../auditor.ts';
import { type SimulatedTime, simulatedTime } from '../simulatedTime.ts';
import { type FieldClub, fieldClub } from './aClub.ts';
import { aLine, keysAfterRefusal, type Line } from './aLine.ts';
import { aTill, type FieldTill, idsFrom, silent } from './aTill.ts';

export const kari = '4791234567' as Msisdn;
export const kariCode = `https://qr.vipps.no/28/2/01/031/${kari}?v=1`;
export const thermos = '1002';
export const shirt = '1001';

export interface StoreOptions {
  readonly tills?: number;
  /** Every till draws the same chance: two that were set up from one image. */
  readonly sameDraws?: boolean;
  readonly webhooks?: boolean;
  readonly salesUnit?: Partial<SalesUnit>;
}

export interface Store {
  readonly time: SimulatedTime;
  readonly service: TrainingService;
  readonly line: Line;
  readonly club: FieldClub;
  readonly tills: readonly FieldTill[];
  /** The first till, which most stories are about. */
  readonly at: FieldTill;
  /** The same sales unit from elsewhere: somebody at the business portal. Its keys begin with `portal-`. */
  readonly portal: Vipps['payments'];
  /** What Kari does from now on, also with the request that lies on her phone. */
  kari(script: CustomerScript): void;
  pass(ms: number): Promise<void>;
  /** Lets time pass until the work is done. */
  done<T>(work: Promise<T>): Promise<T>;
  /** Lets time pass until it is so; throws after two hours of it. */
  until(so: () => boolean): Promise<void>;
  /** Every rule of the product that was broken, by books, journals and screens; empty when all is well. */
  problems(): Promise<readonly string[]>;
  close(): void;
}

const baseUrl = 'http://wallet.example';
const webhookUrl = 'https://till.example/webhooks';

export async function aStore(options: StoreOptions = {}): Promise<Store> {
  const time = simulatedTime(Date.UTC(2026, 10, 23, 9));
  let registrations: readonly KnownRegistration[] = [];
  const receiver = createWebhookReceiver({ clock: time, registrations: () => registrations });
  const service = createTrainingService({
    clock: time.steady,
    ids: idsFrom(1000),
    baseUrl,
    testAmounts: false,
    defaultCustomer: { does: 'never', manualWhenPhoneOpen: false },
    ...(options.salesUnit === undefined ? {} : { salesUnit: options.salesUnit }),
    sendWebhook: async ({ url, headers, body }) => {
      await time.sleep(100);
      const { pathname, host } = new URL(url);
      const { status, event } = receiver.receiveWebhook({
        method: 'POST',
        path: pathname,
        headers: { ...headers, host },
        rawBody: Buffer.from(body),
      });
      if (event?.kind === 'payment') {
        for (const one of tills) if (one.runs()) one.till().nudge(event.reference, event.name);
      }
      return { kind: 'answered', status };
    },
  });
  const line = aLine(service, time.steady);
  const portalLine = aLine(service, { ...time.steady, sleep: () => Promise.resolve() });
  const club = fieldClub(kari, time);
  const portal = vippsOver(portalLine, time, 2000).payments;

  const tills = Array.from({ length: options.tills ?? 1 }, (_, index): FieldTill => {
    const draws = options.sameDraws ? 7 : 7 + index * 100;
    const { payments, codes, checkIn, receipts, login } = vippsOver(line, time, draws);
    const ports: Omit<Ports, 'journal' | 'log' | 'catalogue'> = {
      clock: time,
      ids: idsFrom(draws),
      payments,
      codes,
      checkIn,
      receipts,
      login,
      members: club.members,
      stock: memoryStock(),
    };
    return aTill(time, ports);
  });
  const [at] = tills;
  if (at === undefined) throw new Error('a store without a till');
  for (const one of tills) await one.start();

  async function done<T>(work: Promise<T>): Promise<T> {
    let over = false;
    const ended = () => {
      over = true;
    };
    work.then(ended, ended);
    while (!over) await time.pass(100);
    return work;
  }

  if (options.webhooks) {
    const made = await done(vippsOver(line, time, 3000).webhooks.register(webhookUrl, webhookEvents));
    if (!made.ok) throw new Error(made.fault.kind);
    registrations = [{ ...made.value, url: webhookUrl }];
  }

  async function problems(): Promise<readonly string[]> {
    const ledger = service.ledger();
    const journals = await Promise.all(tills.map((one) => one.rows()));
    // Tills that were set up alike give the same numbers; within one they are checked by the simulation.
    const alike = (problem: string) => tills.length > 1 && problem.startsWith('numbers:');
    return [
      ...audit({
        ledger: { ...ledger, operations: ledger.operations.filter(({ key }) => !key?.startsWith('portal-')) },
        journal: journals.flat(),
        glances: tills.flatMap((one) => one.glances),
        purchases: club.purchases.map(({ saleId }) => saleId),
        names: ['Kari', 'Ola'],
      }).filter((problem) => !alike(problem)),
      ...keysAfterRefusal(line.passed),
    ];
  }

  return {
    time,
    service,
    line,
    club,
    tills,
    at,
    portal,
    kari: (script) => service.setCustomer(kari, { afterMs: 0, ...script }),
    pass: time.pass,
    done,
    async until(so) {
      for (let seconds = 0; !so(); seconds += 1) {
        if (seconds > 7200) throw new Error(`it never came to be: ${so}`);
        await time.pass(1000);
      }
    },
    problems,
    close() {
      for (const one of tills) one.kill();
      service.stop();
    },
  };
}

function vippsOver(line: Line, time: SimulatedTime, draws: number): Vipps {
  return createVipps(
    {
      baseUrl,
      clientId: trainingKeys.clientId,
      clientSecret: trainingKeys.clientSecret,
      subscriptionKey: trainingKeys.subscriptionKey,
      msn: trainingKeys.merchantSerialNumber,
      systemVersion: '0',
      posId: 'kasse-1',
      loginAuth: 'basic',
      scopes: 'name',
      consentText: 'v1',
    },
    { clock: time, ids: idsFrom(draws + 50), log: silent, adapter: adapterOf(line.exchange) },
  );
}
