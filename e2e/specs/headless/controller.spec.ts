/** The example controller, as a process of its own, at the built till without windows (`docs/controller`). */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test as base, expect, type Machine, reserved, scanned } from '../../fixtures/machine.ts';

interface Controller {
  /** Resolves once it has said so this many times. */
  says(text: string, times?: number): Promise<void>;
  types(line: string): void;
  end(signal: NodeJS.Signals): Promise<void>;
}

const test = base.extend<{ controller: (...given: readonly string[]) => Controller }>({
  controller: async ({ machine }, use) => {
    const children: ChildProcess[] = [];
    await use((...given) => {
      const program = join('docs', 'controller', 'controller.ts');
      const child = spawn(process.execPath, [program, '--line', machine.line, ...given], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      children.push(child);
      let said = '';
      child.stdout.on('data', (part: Buffer) => {
        said += part.toString();
      });
      return {
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
  expect(await machine.sees('outOfOrder')).toMatchObject({ code: 'controllerStopped' });
});
