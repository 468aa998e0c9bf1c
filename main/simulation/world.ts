/**
 * One simulated world: a till with its real flows, clients and journal on a real SQLite file, the training service in the
 * same process, a line between them, a club, customers with phones; all under one clock and one seed.
 */

import type { TillConfig } from '../../app/domain/tillState.ts';
import type { Catalogue } from '../../app/ports/Catalogue.ts';
import type { Stock } from '../../app/ports/Stock.ts';
import { createTill, type Till } from '../../app/till.ts';
import { createJournal } from '../journal/journal.ts';
import { journalSteps } from '../journal/migrations.ts';
import { openStore } from '../journal/open.ts';
import { createFailingDisk, type DiskTrouble, type FailingDisk } from '../journal/testing/failingDisk.ts';
import { createTrainingService, type TrainingService, trainingKeys } from '../training/index.ts';
import { adapterOf, checkedInEvent, createVipps, type Vipps, webhookEvents } from '../vipps/index.ts';
import type { KnownRegistration } from '../webhooks/receiver.ts';
import { type Club, simulatedClub } from './club.ts';
import type { Count } from './coverage.ts';
import type { Fate } from './fate.ts';
import { idsOf, vault } from './fittings.ts';
import type { Mood } from './mood.ts';
import { simulatedNetwork } from './network.ts';
import { people } from './people.ts';
import { type Postbox, simulatedPostbox } from './postbox.ts';
import { type Power, underPower } from './power.ts';
import { countRecovered } from './recovered.ts';
import type { SimulatedTime } from './simulatedTime.ts';

export interface WorldOptions {
  readonly mood: Mood;
  readonly fate: Fate;
  /** A folder of its own with the store of a till that has sold nothing yet, on a fast disk. */
  readonly folder: string;
  readonly config: TillConfig;
  readonly goods: Catalogue;
  /** Of a machine; outlives every till, as a file does. */
  readonly stock: Stock;
  readonly time: SimulatedTime;
  readonly count: Count;
  readonly tell: (what: string) => void;
}

export interface World {
  readonly fate: Fate;
  readonly mood: Mood;
  readonly time: SimulatedTime;
  readonly service: TrainingService;
  readonly club: Club;
  readonly disk: FailingDisk;
  readonly postbox: Postbox;
  readonly count: Count;
  readonly tell: (what: string) => void;
  /** When each entry of the journal was written, in its order, on the service's clock. */
  readonly writtenAt: readonly number[];
  /** The same for each closing of a day. */
  readonly closedDaysAt: readonly number[];
  readonly steps: () => number;
  /** The till that runs; `null` while the power is off. */
  till(): Till | null;
  /** Starts a till on the same file if none runs. */
  powerOn(): Promise<void>;
  powerCut(): void;
  /** Stops the till in order, as at the end of a shift. */
  closeTill(): void;
  /** Nothing goes wrong any more. */
  calm(): void;
  onTill(listener: (till: Till) => void): void;
  close(): Promise<void>;
}

/** Of a till with a cashier. */
export const config: TillConfig = {
  tillNumber: '01',
  posId: 'kasse-1',
  storeName: 'Bekkelund Sport',
  currency: 'NOK',
  home: '47',
  training: true,
  checkIn: true,
  unattended: false,
  zone: 'Europe/Oslo',
  captureDays: 180,
};

/** The store's own id of the code on a machine. */
const machineCode = 'machine.1';

const webhookUrl = 'https://till.example/webhooks';
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** So long after a start the till is still on its way up. */
const startingMs = 500;

export function createWorld(options: WorldOptions): World {
  const { fate, mood, time, count, tell, config } = options;
  let registrations: readonly KnownRegistration[] = [];
  let running: { till: Till; power: Power } | null = null;
  const postbox = simulatedPostbox({
    time,
    lag: fate.stream('webhook lag'),
    registrations: () => registrations,
    till: () => running?.till ?? null,
  });
  const service = createTrainingService({
    clock: time.steady,
    ids: idsOf(fate.stream('ids of the service')),
    testAmounts: false,
    salesUnit: { pushAllowed: mood.pushAllowed },
    customerTimeMs: mood.customerTimeMs,
    tokenLifeSeconds: mood.tokenLifeSeconds,
    defaultCustomer: { does: 'approve', afterMs: 4000, manualWhenPhoneOpen: false },
    sendWebhook: postbox.deliver,
  });
  const { trouble, receiptsRefused, createsLost } = mood;
  const exchange = simulatedNetwork({
    service,
    time: time.steady,
    fate,
    count,
    trouble,
    receiptsRefused,
    createsLost,
  });
  const club = simulatedClub({
    people,
    membersFromTheStart: people.slice(0, 1),
    time: time.steady,
    fate,
    count,
    trouble,
  });
  const disk = createFailingDisk();
  const ids = idsOf(fate.stream('ids of the till'));
  const listeners = new Set<(till: Till) => void>();
  const writtenAt: number[] = [];
  const closedDaysAt: number[] = [];
  let stepsOfTheDead = 0;

  /** What a process that is gone would send stays unsent. */
  function vippsOf(dead: () => boolean): Vipps {
    return createVipps(
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
      {
        clock: time,
        ids,
        log: silent,
        adapter: adapterOf((request) => (dead() ? new Promise(() => undefined) : exchange(request))),
      },
    );
  }

  async function powerOn(): Promise<void> {
    if (running !== null) return;
    const bad = fate.strike('disk', mood.weather * 2, (chance) => chance.pick(diskTroubles), 'at a start');
    if (bad !== null) disk.fail(bad.what, bad.chance.below(5));
    tell(bad === null ? 'the till starts' : `the till starts on a disk that is ${bad.what}`);
    const store = await openStore({
      folder: options.folder,
      now: time.now(),
      exclusive: true,
      wrap: disk.wrap,
      steps: journalSteps,
    });
    if (!store.ok) return count(`disk ${store.fault.kind} while starting`);
    const { database } = store.value;
    const vipps = vippsOf(() => power.dead());
    const { payments, codes, checkIn, receipts } = vipps;
    const { members, login } = club;
    const journal = createJournal(database, vault);
    const bare = {
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
    };
    const began = time.monotonic();
    const power: Power = underPower(
      { ...bare, catalogue: options.goods, stock: options.stock },
      {
        fate,
        count,
        tell,
        wrote: (entries) => writtenAt.push(...Array<number>(entries).fill(time.steady.now())),
        closedDay() {
          count('day closed');
          closedDaysAt.push(time.steady.now());
        },
        crash: mood.crash,
        starting: () => time.monotonic() - began < startingMs,
        died() {
          stepsOfTheDead += power.steps();
          running = null;
          // The file stays open until the dying call has returned; closing it in the middle would be another world's story.
          setImmediate(() => database.close());
        },
      },
    );
    const till = createTill(power.ports, config);
    running = { till, power };
    postbox.open();
    for (const listener of listeners) listener(till);
    const started = till.start();
    if (power.dead()) return;
    if (!started.ok) {
      count(`disk ${started.fault.kind} while starting`);
      tell(`cannot start: ${started.fault.kind}`);
      till.stop();
      power.cut();
      return;
    }
    countRecovered(till.state(), count);
    pullSoon(power);
    if (registrations.length === 0 && mood.webhooks) await register(vipps);
  }

  /** Power that comes back often goes again at once. */
  function pullSoon(power: Power): void {
    const struck = fate.strike('plug', mood.crash * 5, () => 'the plug is pulled just after the start');
    if (struck === null) return;
    void time.sleep(struck.chance.between(0, 300)).then(() => {
      if (power.dead()) return;
      tell(struck.what);
      count('crash just started');
      power.cut();
    });
  }

  async function register(vipps: Vipps): Promise<void> {
    const events = config.unattended ? [...webhookEvents, checkedInEvent] : webhookEvents;
    const made = vipps.webhooks.register(webhookUrl, events);
    if (config.unattended) void vipps.merchantQr.put(machineCode, config.storeName, 'VENDING');
    void made.then((answer) => {
      if (answer.ok) registrations = [{ ...answer.value, url: webhookUrl }];
    });
    await time.pass(2000);
  }

  return {
    fate,
    mood,
    time,
    service,
    club,
    disk,
    postbox,
    count,
    tell,
    writtenAt,
    closedDaysAt,
    steps: () => stepsOfTheDead + (running?.power.steps() ?? 0),
    till: () => running?.till ?? null,
    powerOn,
    powerCut: () => running?.power.cut(),
    closeTill() {
      running?.till.stop();
      running?.power.cut();
    },
    calm() {
      fate.calm();
      service.clearFaults();
      disk.fail(null);
      tell('calm');
    },
    onTill: (listener) => void listeners.add(listener),
    async close() {
      running?.till.stop();
      running?.power.cut();
      service.stop();
      await time.pass(0);
    },
  };
}

export const diskTroubles: readonly DiskTrouble[] = ['full', 'inputOutput', 'busy', 'readOnly'];
