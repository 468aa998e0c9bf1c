/** This till's own codes and the road back from them, over a service and a line that go and come. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { RegistrationState } from '../../app/contract/viewStaticQr.ts';
import type { RemoteFault } from '../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { aShop, kari, tokenQr } from '../../app/testing/shop.ts';
import { createSystemClock } from '../clock.ts';
import { createSystemIds } from '../ids.ts';
import { createQrImages, type QrImages } from '../pages/qrImages.ts';
import type { MerchantQrCode } from '../vipps/index.ts';
import { openStoreCodes } from './storeCodes.ts';

const down: RemoteFault = { kind: 'serviceDown', service: { api: 'qr', status: 503 } };
const refused: RemoteFault = { kind: 'rejected', service: { api: 'qr', status: 400 } };
const day = 86_400_000;
const silent = { info() {}, warn() {}, error() {} };

function code(id: string, locationDescription: string): MerchantQrCode {
  return {
    id,
    locationDescription,
    imageUrl: `https://qr.vipps.no/${id}`,
    content: `https://qr.vipps.no/x/${id}`,
  };
}

/** A till, and a service whose list of codes is as `there` says; `null` while it cannot be asked. */
function aRoad(unattended = false, images: Pick<QrImages, 'addressOf' | 'picture'> | null = null) {
  const shop = aShop();
  const till = shop.open();
  till.start();
  const service = {
    there: null as readonly MerchantQrCode[] | null,
    asked: 0,
    put: [] as (string | undefined)[],
    knowsVending: true,
    reachable: true,
    payments: 'none' as RegistrationState,
    checkIns: 'none' as RegistrationState,
    wanted: false,
  };
  const done = async (): Promise<Result<void, RemoteFault>> => (service.there === null ? err(down) : ok());
  let changes = 0;
  const codes = openStoreCodes({
    posId: 'POS-1',
    unattended,
    merchantQr: {
      async put(_id, _place, category) {
        service.put.push(category);
        return category === 'VENDING' && !service.knowsVending ? err(refused) : done();
      },
      delete: done,
      get: async () => err(down),
      async list() {
        service.asked += 1;
        return service.there === null ? err(down) : ok(service.there);
      },
    },
    ids: createSystemIds(),
    images: images ?? createQrImages({ service: '', clock: shop.clock, log: silent }),
    till,
    webhooks: () => ({
      reachable: service.reachable,
      state: () => service.payments,
      checkIns: () => service.checkIns,
      wantCheckIns(wanted) {
        service.wanted = wanted;
      },
    }),
    changed() {
      changes += 1;
    },
    clock: shop.clock,
    log: silent,
  });
  /** A customer's scan finds the line down; 5 s later it is there again. */
  const lineGoesAndComes = async () => {
    shop.world.exchange = 'noConnection';
    await till.scan(tokenQr);
    expect(till.state().service.state).toBe('down');
    shop.world.exchange = null;
    await shop.clock.pass(5_000);
    expect(till.state().service.state).toBe('up');
  };
  return { shop, till, codes, service, lineGoesAndComes, changes: () => changes };
}

test('codes that could not be asked for are asked for when the line is back, and wanted by webhook then', async () => {
  const { shop, codes, service, lineGoesAndComes, changes } = aRoad();
  codes.learn();
  await shop.clock.pass(day);
  expect([codes.road(), service.wanted, changes()]).toEqual(['idle', false, 0]);
  const before = service.asked;
  service.there = [code('POS-1.a', 'Kasse 1')];
  await lineGoesAndComes();
  expect([service.asked - before, codes.road(), service.wanted, changes()]).toEqual([1, 'coming', true, 1]);
  await lineGoesAndComes();
  expect(service.asked - before).toBe(1);
});

test('a registration that was made says that the service can be asked', async () => {
  const { shop, codes, service } = aRoad();
  codes.learn();
  await shop.clock.pass(day);
  service.there = [code('POS-1.a', 'Kasse 1')];
  service.payments = 'failing';
  codes.roadChanged();
  await shop.clock.settle();
  expect(codes.road()).toBe('idle');
  service.payments = 'registered';
  codes.roadChanged();
  await shop.clock.settle();
  expect(codes.road()).toBe('coming');
});

test('the road is the registration’s where there is a code, and none without an address', async () => {
  const { shop, codes, service } = aRoad();
  service.there = [code('POS-10.a', 'Kasse 10')];
  codes.learn();
  await shop.clock.settle();
  service.reachable = false;
  expect(codes.road()).toBe('idle');
  service.there = [...service.there, code('POS-1.a', 'Kasse 1')];
  await codes.list();
  expect(codes.road()).toBe('unreachable');
  expect(codes.picture()).toBeNull();
  service.reachable = true;
  const roads = (['registered', 'failing', 'taken', 'none'] as const).map((state) => {
    service.checkIns = state;
    return codes.road();
  });
  expect(roads).toEqual(['open', 'failing', 'taken', 'coming']);
  expect(codes.picture()).toMatch(/^\/qr\//);
});

test('a place is told where this till has several codes, and only of its own', async () => {
  const { codes, service } = aRoad();
  service.there = [code('POS-1.a', 'Kasse 1'), code('POS-10.a', 'Kasse 10')];
  await codes.list();
  expect(codes.placeOf('POS-1.a')).toBeNull();
  service.there = [...service.there, code('POS-1.b', 'Ved utgangen')];
  await codes.list();
  expect(['POS-1.a', 'POS-1.b', 'POS-10.a', ''].map(codes.placeOf)).toEqual([
    'Kasse 1',
    'Ved utgangen',
    null,
    null,
  ]);
});

test('a scan of another till’s code does not come to this one', async () => {
  const { shop, till, codes } = aRoad();
  const scan = (qrId: string) =>
    codes.scanned({ customerToken: `token-${kari}`, qrId, initiatedAt: shop.clock.now() });
  scan('POS-10.a');
  expect(till.state().arrivals).toEqual([]);
  scan('POS-1.a');
  expect(till.state().arrivals).toHaveLength(1);
});

test('the code of a machine says that it is one; a service that does not know the word gets it without', async () => {
  const staffed = aRoad();
  const machine = aRoad(true);
  for (const { codes, service } of [staffed, machine]) {
    service.there = [];
    expect((await codes.put({ location: 'Automat 1' })).ok).toBe(true);
  }
  machine.service.knowsVending = false;
  expect((await machine.codes.put({ location: 'Automat 1' })).ok).toBe(true);
  expect([staffed.service.put, machine.service.put]).toEqual([
    [undefined],
    ['VENDING', 'VENDING', undefined],
  ]);
});

test('the code on a machine’s glass has its picture however many one-time codes came after it', async () => {
  const drawn = await aPictureHost();
  const images = createQrImages({ service: drawn.url, clock: createSystemClock(), log: silent });
  const { codes, service } = aRoad(true, images);
  service.there = [{ ...code('POS-1.a', 'Automat 1'), imageUrl: `${drawn.url}/a` }];
  await codes.list();
  for (let customers = 0; customers < 3000; customers += 1) {
    images.addressOf(`${drawn.url}/one-time-${customers}`);
    // With every state the screen is told of its own code anew.
    codes.picture();
  }
  const name = codes.picture()?.slice('/qr/'.length) ?? '';
  expect(Buffer.from((await images.picture(name))?.body ?? []).toString()).toBe('<svg/>');
});

async function aPictureHost() {
  const server = createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'image/svg+xml' }).end('<svg/>'),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
