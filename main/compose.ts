/**
 * Builds the till: reads the settings, opens what it keeps and what it talks to, and hands the ports to `createTill`. The
 * only place that knows every part; it decides nothing about money.
 */

import { join } from 'node:path';
import { captureDaysOf, unresolvedSales } from '../app/domain/tillState.ts';
import { err, ok, type Result } from '../app/kernel/result.ts';
import { zoneOf } from '../app/kernel/zone.ts';
import { createTill } from '../app/till.ts';
import { createSystemClock } from './clock.ts';
import { machineAbout, tillAbout } from './compose/about.ts';
import type { ComposeOptions, Composition } from './compose/composition.ts';
import { createDrill } from './compose/drill.ts';
import { openStorageAfterDrill } from './compose/drillStorage.ts';
import { healthOf, troubleOf } from './compose/health.ts';
import { houseCalls } from './compose/houseCalls.ts';
import { remembering } from './compose/keys.ts';
import { openMembers } from './compose/members.ts';
import { openScanners } from './compose/scanners.ts';
import { onePerFolder, openSecrets } from './compose/secrets.ts';
import { serviceOf } from './compose/service.ts';
import { openShop } from './compose/shop.ts';
import { startTrouble } from './compose/startTrouble.ts';
import { openStorage, seedSamples } from './compose/storage.ts';
import { openStoreCodes } from './compose/storeCodes.ts';
import { openTrainingWorld, trainingElsewhere } from './compose/trainingWorld.ts';
import { createUndoing } from './compose/undoing.ts';
import { ownViews } from './compose/views.ts';
import { openWebhooks } from './compose/webhooks.ts';
import { createDoor } from './door/door.ts';
import { createSystemIds } from './ids.ts';
import { createLog } from './log/log.ts';
import { createQrImages } from './pages/qrImages.ts';
import { loadConfiguration } from './settings/configuration.ts';
import { dataHome } from './settings/dataHome.ts';
import { openStock } from './settings/machineStock.ts';
import { openPin } from './settings/pin.ts';
import { webhookKeep } from './settings/webhookKeep.ts';
import { fileMemory } from './training/index.ts';
import { createVipps } from './vipps/index.ts';

/** The till, started and running; or the one line that says why it cannot be. */
export async function compose(options: ComposeOptions): Promise<Result<Composition, string>> {
  const { environment: variables, program } = options;
  const clock = createSystemClock();
  const ids = createSystemIds();

  const loaded = loadConfiguration(variables);
  if (!loaded.ok) return err(startTrouble(loaded.fault, dataHome(variables)));
  const configuration = loaded.value;
  const { dataFolder: folder, profile, settings, currency, callingCode, environment } = configuration;
  const training = profile === 'training';
  const log = createLog({
    folder: join(folder, 'log'),
    clock,
    stderrLevel: environment.logLevel ?? 'warn',
  });

  const undoing = createUndoing(log);
  const refuse = async (line: string): Promise<Result<never, string>> => {
    await undoing.all();
    return err(line);
  };

  const keys = remembering(options.keys);
  const key = keys.keyOf(folder, log);
  if (!key.ok) return refuse(startTrouble(key.fault, folder));
  const disk = options.disk === undefined ? {} : { wrap: options.disk };
  const opening = { folder, key: key.value, home: callingCode, clock, ids, log, ...disk };
  const storage = await (training ? openStorageAfterDrill(opening) : openStorage(opening));
  if (!storage.ok) return refuse(startTrouble(storage.fault, folder));
  undoing.later('storage', storage.value.close);
  const secretsOf = onePerFolder((of) => openSecrets(of, { keys, environment, clock, log }));
  const secrets = secretsOf(folder);
  if (!secrets.ok) return refuse(startTrouble(secrets.fault, folder));
  const pin = openPin(folder, { clock, log });
  if (!pin.ok) return refuse(startTrouble(pin.fault, folder));
  if (training) await seedSamples(storage.value, { root: program.root, currency, log });

  const world = !training
    ? null
    : configuration.apiUrl === null
      ? await openTrainingWorld(settings, fileMemory(join(folder, 'service.sealed'), storage.value.vault))
      : trainingElsewhere(configuration.apiUrl);
  if (world !== null) undoing.later('training', world.close);
  const service = serviceOf(configuration, secrets.value, {
    simulated: configuration.apiUrl === null ? (world?.apiUrl ?? null) : null,
    version: program.version,
  });
  const vipps = createVipps(service, { clock, ids, log });

  const { journal } = storage.value;
  const drill = !training
    ? null
    : createDrill({
        folder,
        journal,
        payments: vipps.payments,
        clock,
        log,
        startAnew: options.startAnew,
        // No handler runs and nothing is closed: that is the point of it.
        die: () => process.kill(process.pid, 'SIGKILL'),
        changed: () => door.changed(),
      });
  const till = createTill(
    {
      clock,
      ids,
      log,
      journal: drill?.ports.journal ?? journal,
      payments: drill?.ports.payments ?? vipps.payments,
      codes: vipps.codes,
      checkIn: vipps.checkIn,
      login: vipps.login,
      receipts: vipps.receipts,
      members: openMembers(configuration, storage.value.members, secrets.value, clock),
      catalogue: storage.value.catalogue,
      stock: openStock(folder, { log, clock }),
    },
    {
      tillNumber: settings.store.tillNumber,
      posId: settings.posId,
      storeName: settings.store.name,
      currency,
      home: callingCode,
      training,
      checkIn: settings.checkIn,
      unattended: configuration.kind === 'unattended',
      zone: zoneOf[settings.market],
      captureDays: captureDaysOf[settings.market],
    },
  );
  undoing.later('till', till.stop);

  let customerScreen = false;
  const shop = openShop({
    configuration,
    variables,
    clock,
    secretsOf,
    hasPin: pin.value.isSet,
    applied(changed) {
      scanners.apply(changed);
      door.changed();
    },
  });
  const qrImages = createQrImages({ service: service.baseUrl, clock, log });
  const codes = openStoreCodes({
    posId: settings.posId,
    unattended: configuration.kind === 'unattended',
    merchantQr: vipps.merchantQr,
    ids,
    images: qrImages,
    till,
    webhooks: () => webhooks,
    changed: () => door.changed(),
    clock,
    log,
  });
  undoing.later('codes', codes.close);
  const scanners = await openScanners({
    settings: shop.settings,
    simulatedSocket: training ? variables['KLUBBKASSA_SIMULATED_SCANNER'] || null : null,
    till,
    goods: storage.value.catalogue,
    changed: () => door.changed(),
    clock,
    log,
  });
  undoing.later('scanners', scanners.close);
  const about = () =>
    tillAbout({
      settings: shop.settings(),
      profile,
      currency,
      kind: configuration.kind,
      scanner: scanners.status(),
      customerScreen,
      offers: configuration.kind === 'unattended' ? till.vending.offers() : null,
      webhooks: webhooks.state(),
      trainingPhone: world?.phone ?? null,
      drill: drill?.view() ?? null,
      doctor: scanners.doctor.view(),
      trouble: troubleOf({ till, storage: storage.value, webhooks, codes }),
    });
  const door = createDoor({
    till,
    house: houseCalls({
      shop,
      vipps,
      scans: scanners.road,
      doctor: scanners.doctor,
      staticQrs: codes,
      webhooks: () => webhooks,
      pin: pin.value,
      unlocked: options.unlocked,
      quit: options.quit,
      paymentOpen: () => unresolvedSales(till.state()).length > 0,
      storage: storage.value,
      currency,
      home: callingCode,
      training: world,
      drill,
    }),
    views: ownViews({
      till,
      about,
      pictureOf: qrImages.addressOf,
      codes,
      machine: () => machineAbout(shop.settings(), codes.picture(), webhooks.checkIns()),
      clock,
    }),
    log,
    ids,
  });
  undoing.later('door', door.close);

  const webhooks = await openWebhooks({
    publicUrl: environment.webhookUrl,
    serviceUrl: training ? service.baseUrl : null,
    webhooks: vipps.webhooks,
    keep: webhookKeep(secrets.value, 'webhook.registrations', log),
    keepCheckIns: webhookKeep(secrets.value, 'webhook.checkIns', log),
    nudge: till.nudge,
    checkedIn: codes.scanned,
    changed: codes.roadChanged,
    clock,
    log,
  });
  undoing.later('webhooks', webhooks.close);

  scanners.listen();

  void storage.value.check.over.then(door.changed);
  const started = till.start();
  if (!started.ok) return refuse(startTrouble(started.fault, folder));
  log.info('till.started', { profile, version: program.version });
  // Whether this till has codes of its own is the service's to say, and nothing waits for it.
  codes.learn();
  drill?.follow(till);

  return ok({
    door,
    till,
    profile,
    kind: configuration.kind,
    folder,
    hasPin: pin.value.isSet,
    port: environment.port,
    qrImages,
    trainingPhone: world?.phone ?? null,
    clock,
    log,
    language: () => shop.settings().language,
    customerScreenWanted: () => settings.customerScreen,
    cameraWanted: () => shop.settings().cameraScanner,
    customerScreenIs(on) {
      customerScreen = on;
      door.changed();
    },
    takesWebhooks: environment.webhookUrl !== null,
    receiveWebhook: webhooks.receive,
    health: () =>
      healthOf({ till, storage: storage.value, webhooks, codes }, { profile, version: program.version }),
    close: undoing.all,
  });
}
