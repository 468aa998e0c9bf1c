/** The registration of webhooks over restarts, losses and limits: one that works, its secret kept, nobody else's touched. */

import { expect, test } from 'vitest';
import type { RemoteFault } from '../../app/kernel/fault.ts';
import { err, ok } from '../../app/kernel/result.ts';
import { virtualClock } from '../../app/testing/virtualClock.ts';
import { checkedInEvent, type Registration, webhookEvents } from '../vipps/index.ts';
import type { KnownRegistration } from '../webhooks/receiver.ts';
import { keepRegistered } from './webhookRegistration.ts';

const address = 'https://till.example/webhooks';

/** The service's side, and a file of secrets that outlives the till. */
function aWorld() {
  const clock = virtualClock();
  const there: Registration[] = [];
  const faults = { list: [] as RemoteFault[], register: [] as RemoteFault[] };
  const calls: string[] = [];
  let kept: readonly KnownRegistration[] = [];
  let made = 0;
  let canWrite = true;
  const webhooks = {
    async list() {
      const fault = faults.list.shift();
      return fault === undefined ? ok([...there]) : err(fault);
    },
    async register(url: string, events: readonly string[]) {
      const fault = faults.register.shift();
      if (fault !== undefined) return err(fault);
      made += 1;
      const id = `hook-${made}`;
      there.push({ id, url, events });
      calls.push(`register ${id}`);
      return ok({ id, secret: `secret-${made}` });
    },
    async delete(id: string) {
      calls.push(`delete ${id}`);
      const index = there.findIndex((one) => one.id === id);
      if (index >= 0) there.splice(index, 1);
      return ok();
    },
  };
  const open = (url: string | null = address, events = webhookEvents, after?: Promise<void>) =>
    keepRegistered(url, events, {
      ...(after && { after }),
      webhooks,
      clock,
      keep: {
        read: () => kept,
        write(registrations) {
          if (canWrite) kept = registrations;
        },
      },
      log: { info() {}, warn() {}, error() {} },
      changed: () => undefined,
    });
  return {
    clock,
    there,
    faults,
    calls,
    open,
    kept: () => kept,
    dieAfterRegister(): void {
      canWrite = false;
    },
    goOn(): void {
      canWrite = true;
    },
  };
}

const down: RemoteFault = { kind: 'noConnection', service: { api: 'webhooks' } };
const full: RemoteFault = { kind: 'rejected', service: { api: 'webhooks', status: 400 } };
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

test('the first start registers and keeps the secret; the next one uses it as it is', async () => {
  const world = aWorld();
  const first = world.open();
  await world.clock.pass(100);
  expect([first.state(), ids(world.there), ids(world.kept())]).toEqual([
    'registered',
    ['hook-1'],
    ['hook-1'],
  ]);
  await Promise.all([first.close(), world.clock.pass(2000)]);

  const second = world.open();
  expect(ids(second.known())).toEqual(['hook-1']);
  await world.clock.pass(100);
  expect([second.state(), world.calls]).toEqual(['registered', ['register hook-1']]);
});

test('one that has gone is registered anew at the next look, and both secrets count meanwhile', async () => {
  const world = aWorld();
  const till = world.open();
  await world.clock.pass(100);
  world.there.length = 0;
  await world.clock.pass(600_000);
  expect([ids(world.there), ids(till.known())]).toEqual([['hook-2'], ['hook-1', 'hook-2']]);
  await world.clock.pass(600_000);
  expect([ids(till.known()), ids(world.kept())]).toEqual([['hook-2'], ['hook-2']]);
});

test('a till that died before it could keep the secret takes that registration away and makes another', async () => {
  const world = aWorld();
  world.dieAfterRegister();
  await world.open().close();
  await world.clock.pass(2000);
  world.goOn();
  expect([ids(world.there), world.kept()]).toEqual([['hook-1'], []]);
  const next = world.open();
  await world.clock.pass(100);
  expect([ids(world.there), ids(next.known()), world.calls]).toEqual([
    ['hook-2'],
    ['hook-2'],
    ['register hook-1', 'register hook-2', 'delete hook-1'],
  ]);
});

test('a new address is registered before the old one is taken away, and nobody else’s are touched', async () => {
  const world = aWorld();
  const before = world.open('https://old.example/webhooks');
  await world.clock.pass(100);
  await Promise.all([before.close(), world.clock.pass(2000)]);
  world.there.push({ id: 'cash-desk-2', url: 'https://other.example/', events: webhookEvents });
  world.open();
  await world.clock.pass(100);
  expect(world.calls).toEqual(['register hook-1', 'register hook-2', 'delete hook-1']);
  expect(ids(world.there)).toEqual(['cash-desk-2', 'hook-2']);
});

test('where there is no room for a new one, the till’s own old one makes room', async () => {
  const world = aWorld();
  world.there.push({ id: 'lost-secret', url: address, events: webhookEvents });
  world.faults.register.push(full);
  const till = world.open();
  await world.clock.pass(100);
  expect([till.state(), world.calls]).toEqual([
    'registered',
    ['delete lost-secret', 'register hook-1', 'delete lost-secret'],
  ]);
});

test('a service that does not answer is asked again, and the state says so', async () => {
  const world = aWorld();
  world.faults.list.push(down, down);
  const till = world.open();
  await world.clock.pass(100);
  expect(till.state()).toBe('failing');
  await world.clock.pass(15_000);
  expect(till.state()).toBe('registered');
  world.faults.list.push(down, down, down);
  await world.clock.pass(600_000);
  expect([till.state(), ids(till.known())]).toEqual(['failing', ['hook-1']]);
});

test('without an address nothing is registered', async () => {
  const world = aWorld();
  const till = world.open(null);
  await world.clock.pass(60_000);
  expect([till.state(), world.calls]).toEqual(['none', []]);
  await Promise.all([till.close(), world.clock.pass(2000)]);
});

test('what others hold alone is not taken from them, and the state says so', async () => {
  const world = aWorld();
  world.there.push({ id: 'till-2', url: 'https://other.example/', events: [checkedInEvent] });
  world.faults.register.push(full);
  const till = world.open(address, [checkedInEvent]);
  await world.clock.pass(100);
  expect([till.state(), ids(world.there)]).toEqual(['taken', ['till-2']]);
  world.there.length = 0;
  await world.clock.pass(2_000);
  expect([till.state(), ids(world.there)]).toEqual(['registered', ['hook-1']]);
});

test('an address that the service will not have is not said to be somebody else’s place', async () => {
  const world = aWorld();
  world.there.push({ id: 'till-2', url: 'https://other.example/', events: webhookEvents });
  world.faults.register.push(full);
  const till = world.open();
  await world.clock.pass(100);
  expect([till.state(), ids(world.there)]).toEqual(['failing', ['till-2']]);
});

test('two registrations of one address for different events leave each other alone', async () => {
  const world = aWorld();
  world.there.push({ id: 'check-in', url: address, events: [checkedInEvent] });
  world.open();
  await world.clock.pass(100);
  expect(ids(world.there)).toEqual(['check-in', 'hook-1']);
});

test('wanted again while the last one is being taken away, it is made anew', async () => {
  const world = aWorld();
  const first = world.open(address, [checkedInEvent]);
  await world.clock.pass(100);
  const second = world.open(address, [checkedInEvent], first.end());
  await world.clock.pass(2_000);
  expect([second.state(), ids(world.there)]).toEqual(['registered', ['hook-2']]);
});

test('ended, it is taken away at the service and forgotten', async () => {
  const world = aWorld();
  const till = world.open();
  await world.clock.pass(100);
  await Promise.all([till.end(), world.clock.pass(2_000)]);
  expect([world.there, world.kept()]).toEqual([[], []]);
});
