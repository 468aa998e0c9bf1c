/**
 * One simulated world: a till with its real flows, clients and journal on a real SQLite file, the training service in the
 * same process, a line between them, a club, customers with phones; all under one clock and one seed.
 */

import type { Msisdn } from '../../app/domain/msisdn.ts';
import type { TillConfig } from '../../app/domain/tillState.ts';
import type { Catalogue } from '../../app/ports/Catalogue.ts';
import type { Ids } from '../../app/ports/Ids.ts';
import type { Ports } from '../../app/ports/Ports.ts';
import { createTill, type Till } from '../../app/till.ts';
import { createJournal } from '../journal/journal.ts';
import { openStore } from '../journal/open.ts';
import { createFailingDisk, type FailingDisk } from '../journal/testing/failingDisk.ts';
import { createVault } from '../journal/vault.ts';
import { createTrainingService, type TrainingService, trainingKeys } from '../training/index.ts';
import { adapterOf, createVipps, type Vipps, webhookEvents } from '../vipps/index.ts';
import { createWebhookReceiver, type KnownRegistration } from '../webhooks/receiver.ts';
import { type Chance, seededChance } from './chance.ts';
import { type Club, type Person, simulatedClub } from './club.ts';
import { type Network, simulatedNetwork } from './network.ts';
import { type Power, underPower } from './power.ts';
import { type SimulatedTime, simulatedTime } from './simulatedTime.ts';

export const people: readonly Person[] = [
  { phone: '4791234567' as Msisdn, name: 'Kari', joins: true },
  { phone: '4745454545' as Msisdn, name: 'Ola', joins: true },
  { phone: '4540404040' as Msisdn, name: 'Mette', joins: false },
  { phone: '358401234567' as Msisdn, name: 'Aino', joins: true },
];

export interface WorldOptions {
  readonly seed: number;
  /** A folder of its own, empty, on a fast disk. */
  readonly folder: string;
  readonly goods: Catalogue;
  /** How rough the world is: shares of calls and steps. */
  readonly trouble: number;
  readonly crash: number;
  /** A planted mistake: changes the ports or the till behind its back, for the proof that it is caught. */
  readonly plant?: (ports: Ports) => Ports;
}

export interface World {
  readonly chance: Chance;
  readonly time: SimulatedTime;
  readonly service: TrainingService;
  readonly network: Network;
  readonly club: Club;
  readonly disk: FailingDisk;
  readonly crashes: () => number;
  readonly steps: () => number;
  /** The till that runs; `null` while the power is off. */
  till(): Till | null;
  /** Starts a till on the same file if none runs. */
  powerOn(): Promise<void>;
  powerCut(): void;
  /** Nothing goes wrong any more. */
  calm(): void;
  onTill(listener: (till: Till) => void): void;
  close(): Promise<void>;
}

export const config: TillConfig = {
  tillNumber: '01',
  posId: 'kasse-1',
  storeName: 'Bekkelund Sport',
  currency: 'NOK',
  home: '47',
  training: true,
  checkIn: true,
  zone: 'Europe/Oslo',
  captureDays: 180,
};

const webhookUrl = 'https://till.example/webhooks';
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

export async function createWorld(options: WorldOptions): Promise<World> {
  const chance = seededChance(options.seed);
  const time = simulatedTime(Date.UTC(2026, 10, 23, 9));
  const service = createTrainingService({
    clock: time.steady,
    ids: idsOf(seededChance(options.seed + 1)),
    testAmounts: false,
    defaultCustomer: { does: 'approve', afterMs: 4000, manualWhenPhoneOpen: false },
    sendWebhook: async (delivery) => {
      await time.sleep(chance.between(10, 400));
      const { pathname, host } = new URL(delivery.url);
      const { status, event } = receiver.receiveWebhook({
        method: 'POST',
        path: pathname,
        headers: { ...delivery.headers, host },
        rawBody: Buffer.from(delivery.body),
      });
      if (event?.kind === 'payment') running?.till.nudge(event.reference);
      return running === null ? { kind: 'noAnswer' } : { kind: 'answered', status };
    },
  });
  const network = simulatedNetwork({ service, time: time.steady, chance, trouble: options.trouble });
  const vippsOf = (): Vipps =>
    createVipps(
      {
        baseUrl: 'http://wallet.example',
        clientId: trainingKeys.clientId,
        clientSecret: trainingKeys.clientSecret,
        subscriptionKey: trainingKeys.subscriptionKey,
        msn: trainingKeys.merchantSerialNumber,
        systemVersion: '0',
        posId: config.posId,
        loginAuth: 'basic',
        scopes: 'name',
        consentText: 'v1',
      },
      { clock: time, ids: idsOf(chance), log: silent, adapter: adapterOf(network.exchange) },
    );
  const club = simulatedClub({
    people,
    membersFromTheStart: people.slice(0, 1),
    time: time.steady,
    chance,
    trouble: options.trouble,
  });
  const disk = createFailingDisk();
  const vault = createVault(new Uint8Array(64).fill(7));
  const ids = idsOf(chance);
  const listeners = new Set<(till: Till) => void>();
  let registrations: readonly KnownRegistration[] = [];
  const receiver = createWebhookReceiver({ clock: time, registrations: () => registrations });
  let running: { till: Till; power: Power; close: () => void } | null = null;
  let crashes = 0;
  let steps = 0;
  let crash = options.crash;

  async function powerOn(): Promise<void> {
    if (running !== null) return;
    const store = await openStore({ folder: options.folder, now: time.now(), wrap: disk.wrap });
    if (!store.ok) return;
    const { database } = store.value;
    const vipps = vippsOf();
    const { payments, codes, checkIn, receipts } = vipps;
    const { members, login } = club;
    const journal = createJournal(database, vault);
    const catalogue = options.goods;
    const bare: Ports = {
      clock: time,
      ids,
      log: silent,
      journal,
      payments,
      codes,
      checkIn,
      login,
      receipts,
      members,
      catalogue,
    };
    const power = underPower(options.plant?.(bare) ?? bare, {
      chance: { ...chance, happens: () => chance.happens(crash) },
      crash,
      died() {
        crashes += 1;
        steps += power.steps();
        running = null;
        // The file stays open until the dying call has returned; closing it in the middle would be another world's story.
        setImmediate(() => database.close());
      },
    });
    const till = createTill(power.ports, config);
    running = { till, power, close: () => database.close() };
    for (const listener of listeners) listener(till);
    const started = till.start();
    if (!started.ok && running !== null) {
      till.stop();
      database.close();
      running = null;
      return;
    }
    if (registrations.length === 0) await register(vipps);
  }

  async function register(vipps: Vipps): Promise<void> {
    const made = vipps.webhooks.register(webhookUrl, webhookEvents);
    await time.pass(2000);
    const answer = await Promise.race([made, Promise.resolve(null)]);
    if (answer?.ok) registrations = [{ ...answer.value, url: webhookUrl }];
  }

  return {
    chance,
    time,
    service,
    network,
    club,
    disk,
    crashes: () => crashes,
    steps: () => steps + (running?.power.steps() ?? 0),
    till: () => running?.till ?? null,
    powerOn,
    powerCut: () => running?.power.cut(),
    calm() {
      crash = 0;
      network.calm();
      club.calm();
      disk.fail(null);
    },
    onTill: (listener) => void listeners.add(listener),
    async close() {
      running?.till.stop();
      running?.close();
      running = null;
      service.stop();
      await time.pass(0);
    },
  };
}

function idsOf(chance: Chance): Ids {
  let count = 0;
  return {
    unique() {
      count += 1;
      return `${count}-${chance.below(0x7fff_ffff).toString(36)}-${chance.below(0x7fff_ffff).toString(36)}`;
    },
    below: chance.below,
  };
}
