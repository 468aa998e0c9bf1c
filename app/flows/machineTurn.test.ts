/** How long a turn at a machine may take, and how a customer ends it early. */

import { expect, it } from 'vitest';
import { displayView } from '../contract/viewDisplay.ts';
import { currentSale } from '../domain/tillState.ts';
import { err, ok } from '../kernel/result.ts';
import { aMachine } from '../testing/aMachine.ts';
import { about } from '../testing/stories.ts';
import { vendingTimes } from './machineTurn.ts';

function aTurn() {
  const machine = aMachine();
  const { shop, till } = machine;
  const phase = () =>
    displayView(till.state(), { ...about, offers: till.vending.offers() }, shop.clock.now()).machine?.phase;
  return { ...machine, phase };
}

/** Nearly all of the time that a step has. */
const nearly = (ms: number) => ms - 10_000;

it('goes on as long as the customer says that more time is needed, however often', async () => {
  const { shop, reserved, phase, ledger, more } = aTurn();
  await reserved();
  for (let times = 0; times < 12; times += 1) {
    await shop.clock.pass(nearly(vendingTimes.choose));
    expect([times, phase(), more()]).toEqual([times, 'choosing', ok(null)]);
  }
  await shop.clock.pass(vendingTimes.choose + 10_000);
  expect(ledger()).toMatchObject({ captured: 0, cancelled: 59_900 });
});

it('more time is to be had before the approval too, within the ten minutes of the wallet', async () => {
  const { shop, till, phase, more } = aTurn();
  expect(till.vending.choose('1002').ok).toBe(true);
  await shop.clock.pass(nearly(vendingTimes.approve));
  expect(more()).toEqual(ok(null));
  await shop.clock.pass(nearly(vendingTimes.approve));
  expect(phase()).toBe('asking');
  await shop.clock.pass(20_000);
  expect(phase()).toBe('result');
});

it('who gives up before approving is asked no more, and nothing is reserved', async () => {
  const { shop, till, phase, ledger, done } = aTurn();
  till.vending.choose('1002');
  await shop.clock.pass(1000);
  expect(done()).toEqual(ok(null));
  await shop.clock.pass(5000);
  expect(ledger()).toMatchObject({ captured: 0, state: 'TERMINATED' });
  expect(phase()).toBe('idle');
});

it('a result that has been seen makes room for the next customer at once', async () => {
  const { shop, till, reserved, phase, done, more } = aTurn();
  await reserved();
  done();
  await shop.clock.pass(5000);
  expect([phase(), more()]).toEqual(['result', err({ kind: 'nothingReserved' })]);
  expect(done()).toEqual(ok(null));
  expect([phase(), currentSale(till.state()), till.state().machine.until]).toEqual(['idle', null, null]);
  expect(till.vending.choose('2001').ok).toBe(true);
  // The end of the first one's time is not the end of the second one's.
  await shop.clock.pass(vendingTimes.result);
  expect(phase()).toBe('asking');
});
