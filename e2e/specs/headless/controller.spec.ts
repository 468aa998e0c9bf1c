/** The example controller, as a process of its own, at the built till without windows (`docs/controller`). */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startHeadless } from '../../fixtures/headless.ts';
import { test as base, expect, type Machine, reserved, scanned } from '../../fixtures/machine.ts';
import { newHome, throwAway } from '../../fixtures/tillHome.ts';
import { startWallet } from '../../fixtures/wallet.ts';

interface Controller {
  /** What it has said so far. */
  said(): string;
  /** Resolves once it has said so this many times. */
  says(text: string, times?: number): Promise<void>;
  types(line: string): void;
  end(signal: NodeJS.Signals): Promise<void>;
}

interface Controllers {
  /** At the till whose line stands in this file. */
  controllerAt: (line: string, ...given: readonly string[]) => Controller;
  controller: (...given: readonly string[]) => Controller;
}

const test = base.extend<Controllers>({
  controller: async ({ machine, controllerAt }, use) =>
    use((...given) => controllerAt(machine.line, ...given)),
  // biome-ignore lint/correctness/noEmptyPattern: the form that the runner wants
  controllerAt: async ({}, use) => {
    const children: ChildProcess[] = [];
    await use((line, ...given) => {
      const program = join('docs', 'controller', 'controller.ts');
      const child = spawn(process.execPath, [program, '--line', line, ...given], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      children.push(child);
      let said = '';
      child.stdout.on('data', (part: Buffer) => {
        said += part.toString();
      });
      return {
        said: () => said,
        async says(text, times = 1) {
          await expect
            .poll(() => (said.split(text).length > times ? text : said), { timeout: 30_000 })
            .toBe(text);
        },
        types: (line) => void child.stdin.write(`${line}\n`),
        end: (signal) => ended(child, signal),
      };
    });
    for (const child of children) await ended(child, 'SIGKILL');
  },
});

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

/** The two that are sold: the dear one, whose price is reserved, and the cheap one. */
async function goods({ sees }: Machine) {
  const [dear, cheap] = (await sees('idle')).offers;
  if (dear === undefined || cheap === undefined) throw new Error('too little is sold');
  return { dear, cheap };
}

test('a customer takes one at the keys and is finished: that one is paid, the rest goes back', async ({
  machine,
  controller,
}) => {
  const { cheap, dear } = await goods(machine);
  const { says, types } = controller('--dispense-ms', '1', '--stock', `${cheap.sku}=5,${dear.sku}=1`);
  await says('idle: Scan the code. In the machine: 5 ×');
  await reserved(machine);
  await says('choosing:');
  types(`take ${cheap.sku}`);
  await says(`${cheap.sku} has left the machine`);
  types('done');
  const released = dear.price.minor - cheap.price.minor;
  expect(await machine.sees('result')).toMatchObject({ paid: cheap.price, released: { minor: released } });
  await says('result: Paid');
  expect((await machine.sees('result')).offers.map(({ stock }) => stock)).toEqual([4, 1]);
});

test('one gets stuck and another leaves: only what left is paid for', async ({ machine, controller }) => {
  const { cheap, dear } = await goods(machine);
  const { says } = controller('--dispense-ms', '1', '--auto', `${dear.sku},${cheap.sku}`, '--fail', dear.sku);
  await says('Connected to the till');
  await scanned(machine);
  await says(`${dear.sku} is stuck`);
  const result = await machine.sees('result');
  expect(result.items.map(({ state }) => state)).toEqual(['failed', 'dispensed']);
  expect((await machine.wallet.books()).payments).toMatchObject([
    { captured: cheap.price.minor, cancelled: dear.price.minor - cheap.price.minor },
  ]);
});

test('the till is killed while one is handed out: it is released, and the controller finds the new till', async ({
  machine,
  controller,
}) => {
  const { dear } = await goods(machine);
  const { says } = controller('--dispense-ms', '600000', '--auto', dear.sku, '--stock', `${dear.sku}=7`);
  await says('Connected to the till');
  await scanned(machine);
  await says('is being handed out');
  await machine.powerCut();
  await says('The till cannot be followed');
  await says('Connected to the till', 2);
  const result = await machine.sees('result');
  expect(result).toMatchObject({ items: [{ state: 'unknown' }], paid: { minor: 0 }, released: dear.price });
  expect(result.offers).toMatchObject([{ sku: dear.sku, stock: 7 }]);
  expect((await machine.wallet.books()).payments).toMatchObject([
    { captured: 0, cancelled: dear.price.minor },
  ]);
});

test('what a customer chose on the screen is handed out once its code is approved, and not before', async ({
  machine,
  controller,
}) => {
  const { cheap } = await goods(machine);
  const { says } = controller('--dispense-ms', '1');
  await says('idle:');
  await machine.wallet.customer({ phone: 'walkIn', does: 'approve', afterMs: 0 });
  expect((await machine.till.call('vending.choose', { sku: cheap.sku }, 'kiosk')).ok).toBe(true);
  await says(`${cheap.sku} has left the machine`);
  expect(await machine.sees('result')).toMatchObject({ items: [{ state: 'dispensed' }], paid: cheap.price });
});

test('the controller is killed while one is handed out: the next one says that nothing was seen to leave', async ({
  machine,
  controller,
}) => {
  const { dear } = await goods(machine);
  const first = controller('--dispense-ms', '600000', '--auto', dear.sku);
  await first.says('Connected to the till');
  await scanned(machine);
  await first.says('is being handed out');
  await first.end('SIGKILL');
  const second = controller('--auto', '');
  await second.says('was asked for, and nothing has moved');
  expect(await machine.sees('result')).toMatchObject({ items: [{ state: 'failed' }], released: dear.price });
});

test('a fault is told again to a till that has forgotten it; a controller that ends closes the machine', async ({
  machine,
  controller,
}) => {
  const { says, types, end } = controller();
  await says('idle:');
  types('fault E07');
  expect(await machine.sees('outOfOrder')).toMatchObject({ code: 'E07' });
  await machine.powerCut();
  await says('Connected to the till', 2);
  expect(await machine.sees('outOfOrder')).toMatchObject({ code: 'E07' });
  types('open');
  await machine.sees('idle');
  await end('SIGTERM');
  expect(await machine.sees('outOfOrder')).toMatchObject({ code: 'K1' });
});

test('where no webhook comes, goods are chosen first: paid by a one-time code, handed out, captured', async ({
  controllerAt,
}) => {
  const wallet = await startWallet();
  const home = newHome();
  // Outside of training, and without an address: the service reaches this machine in no way.
  const environment = { ...wallet.environment, KLUBBKASSA_PROFILE: 'test', KLUBBKASSA_KIND: 'unattended' };
  const till = await startHeadless({ home, environment });
  try {
    const line = join(home, 'line.json');
    writeFileSync(line, JSON.stringify(till.ready));
    const csv = 'sku;name;price;vat\nT-1;Termos;349,00;25\nT-2;Kopp;79,00;25\n';
    expect(await till.call('catalogue.import', { csv })).toMatchObject({ value: { imported: 2 } });
    expect(await till.call('webhooks.list', {})).toMatchObject({ value: { url: null } });
    await wallet.customer({ phone: 'walkIn', does: 'never' });

    const given = ['--dispense-ms', '1', '--stock', 'T-1=2,T-2=2', '--fail', 'T-2'];
    const { says, said } = controllerAt(line, ...given, '--choose', 'T-1,T-2');
    await says('asking: To be scanned: ');
    const picture = await fetch(/To be scanned: (\S+)/.exec(said())?.[1] ?? '');
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
    expect(said()).not.toContain('is being handed out');

    await wallet.customer({ phone: 'walkIn', does: 'approve', afterMs: 0 });
    await says('T-1 has left the machine');
    await says('result: Paid 349,00 NOK, released 0,00 NOK');
    // The next customer's gets stuck.
    await says('T-2 is stuck');
    await says('result: Paid 0,00 NOK, released 79,00 NOK');
    expect((await wallet.books()).payments).toMatchObject([
      { userFlow: 'QR', amount: 34_900, captured: 34_900, cancelled: 0 },
      { userFlow: 'QR', amount: 7_900, captured: 0, cancelled: 7_900 },
    ]);
    expect((await till.display()).machine?.offers.map(({ stock }) => stock)).toEqual([1, 2]);
  } finally {
    await till.kill();
    await wallet.close();
    await throwAway(home);
  }
});
