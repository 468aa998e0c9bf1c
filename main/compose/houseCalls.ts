/** The calls that are not the till's: settings, devices, imports, and in training the simulated customer. */

import type { ImportReport, ProductTest } from '../../app/contract/calls.ts';
import type { Currency } from '../../app/domain/money.ts';
import type { CallingCode } from '../../app/domain/msisdn.ts';
import { err, ok } from '../../app/kernel/result.ts';
import { importCatalogue } from '../catalogue/importProducts.ts';
import type { HouseCalls } from '../door/handlers.ts';
import type { Pin } from '../settings/pin.ts';
import type { ProductConnection, Vipps } from '../vipps/index.ts';
import type { Doctor } from './doctor.ts';
import type { Drill } from './drill.ts';
import type { ScanRoad } from './scanRoad.ts';
import type { Shop } from './shop.ts';
import type { StaticQrs } from './staticQrs.ts';
import type { Storage } from './storage.ts';
import type { TrainingWorld } from './trainingWorld.ts';
import type { WebhookRoad } from './webhooks.ts';

export interface HouseParts {
  readonly shop: Shop;
  readonly vipps: Vipps;
  readonly scans: ScanRoad;
  readonly doctor: Doctor;
  readonly staticQrs: StaticQrs;
  readonly webhooks: () => WebhookRoad;
  readonly pin: Pin;
  /** The manager's window is wanted. */
  readonly unlocked: () => void;
  readonly quit: () => void;
  readonly paymentOpen: () => boolean;
  readonly storage: Storage;
  readonly currency: Currency;
  readonly home: CallingCode;
  readonly training: TrainingWorld | null;
  /** `null` outside training. */
  readonly drill: Drill | null;
}

export function houseCalls(parts: HouseParts): HouseCalls {
  const { shop, storage, training, drill } = parts;
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  return {
    scan: ({ text, symbology = null, typed = null }, asking) =>
      parts.scans.take({ text, symbology, typed }, null, asking),
    unlock: async ({ pin }) => {
      const checked = await parts.pin.check(pin);
      if (checked.ok) parts.unlocked();
      return checked;
    },
    'pin.set': ({ pin }) => parts.pin.set(pin),
    'program.quit': () => {
      parts.quit();
      return ok(null);
    },
    'settings.get': () => ok(shop.view()),
    'settings.update': (change) => shop.change(change),
    'settings.test': async () => ok((await parts.vipps.testConnection()).map(tested)),
    'scanner.list': async () => ok(await parts.scans.devices()),
    'scanner.doctor': ({ open, page }) => {
      if (open) parts.doctor.open(page);
      else parts.doctor.leave(page);
      return ok(null);
    },
    'staticQr.list': () => parts.staticQrs.list(),
    'staticQr.put': (wish) => parts.staticQrs.put(wish),
    'staticQr.file': ({ id, format }) => parts.staticQrs.file(id, format),
    'staticQr.delete': ({ id }) => parts.staticQrs.remove(id),
    'webhooks.list': async () => ok(await parts.webhooks().view()),
    'webhooks.delete': ({ id }) => parts.webhooks().remove(id),
    'catalogue.import': ({ csv }) => {
      // A long list keeps the process busy for a moment, in which no payment would be watched.
      if (parts.paymentOpen()) return err({ kind: 'paymentOpen' });
      const read = importCatalogue(storage.catalogue, bytes(csv), { currency: parts.currency });
      if (!read.ok) return read;
      const { products, problems, replaced } = read.value;
      const report: ImportReport = {
        imported: replaced ? products.length : 0,
        problems: problems.map(({ line, why }) => ({ line, why })),
      };
      return ok(report);
    },
    'members.import': ({ csv }) => storage.members.importMembers(bytes(csv)),
    'training.customer': (input) =>
      training === null ? err({ kind: 'trainingOnly' }) : training.customer(input, parts.home),
    'training.fault': (input) => (training === null ? err({ kind: 'trainingOnly' }) : training.fault(input)),
    'training.drill': ({ step }) => (drill === null ? err({ kind: 'trainingOnly' }) : drill.choose(step)),
  };
}

function tested({ product, result }: ProductConnection): ProductTest {
  if (result.ok) return { product, result: 'works', fault: null };
  // Understood and refused for this sales unit: the keys are right and the product is not open.
  const limited = result.fault.kind === 'forbidden';
  return { product, result: limited ? 'limited' : 'fails', fault: result.fault };
}
