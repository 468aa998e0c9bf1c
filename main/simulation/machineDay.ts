/** A day of an unattended machine: customers scan its code, a controller hands out goods, and the auditor counts them. */

import { machineView } from '../../app/contract/viewMachine.ts';
import { currentPayment } from '../../app/domain/sale.ts';
import { currentSale } from '../../app/domain/tillState.ts';
import type { Till } from '../../app/till.ts';
import type { Chance } from './chance.ts';
import type { KindOfDay, Papers } from './kindOfDay.ts';
import { auditMachine, handedIn, type Said } from './machineAuditor.ts';
import { controllerDeeds, simulatedController } from './machineController.ts';
import { demanded, enoughSeeds } from './machineCoverage.ts';
import { prices, refill, slots } from './machineSlots.ts';
import { moodOf } from './mood.ts';
import { passerByDeeds, simulatedPassersBy } from './passersBy.ts';
import { config, type World } from './world.ts';

const deeds = [...passerByDeeds, ...controllerDeeds];
const weights = deeds.reduce((sum, [weight]) => sum + weight, 0);

function drawDeed(chance: Chance): string {
  let draw = chance.below(weights);
  const found = deeds.find(([weight]) => {
    draw -= weight;
    return draw < 0;
  });
  return found?.[1] ?? '';
}

export const machineDay: KindOfDay = {
  config: { ...config, unattended: true },
  deeds: 70,
  slots,
  /** A machine that is told of no scan, or may ask nobody, sells nothing. */
  moodOf: (seed) => ({ ...moodOf(seed), webhooks: true, pushAllowed: true }),
  demanded,
  enoughSeeds,
  begin(world, tell) {
    const passersBy = simulatedPassersBy(world);
    const controller = simulatedController(world, (till) => till.vending.stock(refill));
    const said = watchScreen(world, tell);

    /** The next morning somebody comes, pays and gets what they chose. */
    async function tomorrow(): Promise<readonly string[]> {
      const till = world.till();
      if (till === null) return [];
      if (phaseOf(till) === 'result') return ['the machine still shows what somebody paid'];
      till.vending.open();
      till.vending.stock(refill);
      if (world.mood.createsLost || !passersBy.sureOne()) return [];
      await world.time.pass(20_000);
      if (phaseOf(till) !== 'choosing') return [`the machine is ${phaseOf(till)} to its next customer`];
      controller.does('takes, handed out', till, cheapest);
      await world.time.pass(20_000);
      till.vending.done();
      await world.time.pass(120_000);
      return phaseOf(till) === 'idle' ? [] : [`the machine is ${phaseOf(till)} at the end`];
    }

    function audit(papers: Papers): readonly string[] {
      const { left } = controller;
      countEnds(
        world,
        papers,
        left.map(({ item }) => item),
      );
      return auditMachine({ ...papers, left, prices, said, forgeriesTaken: world.postbox.forgeriesTaken() });
    }

    return {
      act(broken) {
        passersBy.changeMind();
        const till = world.till();
        if (till === null) return;
        const deed = world.fate.strike('deed', 1, drawDeed);
        if (deed === null) return;
        try {
          if (passerByDeeds.some(([, name]) => name === deed.what)) passersBy.does(deed.what, deed.chance);
          else controller.does(deed.what, till, deed.chance);
        } catch (error) {
          broken(error);
        }
      },
      tomorrow,
      audit,
    };
  },
};

/** Chance that leaves nothing to chance: the last of the goods, the longest time. */
const cheapest: Chance = {
  below: (below) => below - 1,
  happens: () => true,
  between: (_from, to) => to,
  pick(list) {
    const last = list.at(-1);
    if (last === undefined) throw new Error('nothing to pick from');
    return last;
  },
};

const phaseOf = (till: Till) => machineView(till.state(), []).phase;

/** Takes down what the machine's screen says was paid, each time it says something new. */
function watchScreen(world: World, tell: (what: string, where: 'screen') => void): readonly Said[] {
  const said: Said[] = [];
  world.onTill((till: Till) => {
    let shownBy: unknown = null;
    let known = '';
    till.onChange(() => {
      const sale = currentSale(till.state());
      const { outOfOrder } = till.state().machine;
      if (world.till() !== till || (sale === shownBy && outOfOrder === null)) return;
      shownBy = sale;
      const { phase, paid } = machineView(till.state(), []);
      const payment = sale === null ? null : currentPayment(sale);
      const gist = `${payment?.reference ?? ''} ${phase} ${paid?.minor ?? ''}`;
      if (gist === known) return;
      known = gist;
      tell(gist.trim(), 'screen');
      world.count(`screen ${phase}`);
      if (payment !== null && paid !== null)
        said.push({ at: world.time.steady.now(), reference: payment.reference, paid: paid.minor });
    });
  });
  return said;
}

function countEnds({ count }: World, { ledger, journal }: Papers, left: readonly string[]): void {
  for (const { kind, body } of journal) {
    const why = kind === 'vendingEnded' ? /"why":"(\w+)"/.exec(body)?.[1] : undefined;
    if (why !== undefined) count(`end ${why}`);
  }
  const handed = handedIn(journal);
  for (const { outcome } of handed) count(`outcome ${outcome ?? 'none'}`);
  for (const item of left) {
    if (handed.find((one) => one.item === item)?.outcome !== 'dispensed') count('piece given away');
  }
  for (const { captured, cancelled, authorized } of ledger.payments) {
    if (captured > 0) count(cancelled > 0 ? 'money taken in part' : 'money taken whole');
    else if (authorized > 0) count('money released whole');
  }
}
