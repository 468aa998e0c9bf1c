/**
 * A day of an unattended machine: customers scan its code, or choose first where no webhook comes, a controller hands out
 * goods, and the auditor counts them.
 */

import { machineView } from '../../app/contract/viewMachine.ts';
import { currentPayment } from '../../app/domain/sale.ts';
import { currentSale } from '../../app/domain/tillState.ts';
import type { Till } from '../../app/till.ts';
import { drawName, seedBelow, seededChance } from './chance.ts';
import { chooserDeeds, simulatedChoosers } from './choosers.ts';
import type { KindOfDay, Papers } from './kindOfDay.ts';
import { auditMachine, chosenIn, handedIn, type Said } from './machineAuditor.ts';
import { controllerDeeds, type Left, simulatedController } from './machineController.ts';
import { demanded, enoughSeeds } from './machineCoverage.ts';
import { ages, prices, refill, slots } from './machineSlots.ts';
import { moodOf } from './mood.ts';
import { changeMind, passerByDeeds, phaseOf, simulatedPassersBy } from './passersBy.ts';
import { config, type World } from './world.ts';

/** Share of the machines that have no address for webhooks, so that no scan of a code on them is ever heard of. */
const withoutWebhooks = 0.4;

export const machineDay: KindOfDay = {
  config: { ...config, unattended: true },
  deeds: 70,
  slots,
  /** A machine whose code is scanned sells nothing where it may ask nobody's phone. */
  moodOf(seed) {
    const mood = moodOf(seed);
    const webhooks = !seededChance(seedBelow(seed, 'machine')).happens(withoutWebhooks);
    return { ...mood, webhooks, pushAllowed: mood.pushAllowed || webhooks };
  },
  demanded,
  enoughSeeds,
  begin(world, tell) {
    const byScan = world.mood.webhooks;
    const controller = simulatedController(world);
    const choosers = byScan ? null : simulatedChoosers(world, controller);
    const customers = choosers ?? simulatedPassersBy(world, controller);
    const customerDeeds = byScan ? passerByDeeds : chooserDeeds;
    const deeds = [...customerDeeds, ...controllerDeeds];
    const said = watchScreen(world, tell);

    /** The next morning somebody comes, pays and gets what they chose. */
    async function tomorrow(): Promise<readonly string[]> {
      const till = world.till();
      if (till === null) return [];
      if (phaseOf(till) === 'result') return ['the machine still shows what somebody paid'];
      till.vending.open();
      till.vending.stop(false);
      till.vending.stock(refill);
      if (world.mood.createsLost) return [];
      const wrong = await customers.oneIsServed(till);
      till.vending.done(till.state().current ?? '');
      await world.time.pass(120_000);
      return phaseOf(till) === 'idle' ? wrong : [...wrong, `the machine is ${phaseOf(till)} at the end`];
    }

    function audit(papers: Papers): readonly string[] {
      const { left } = controller;
      countEnds(world, papers, left);
      const forgeriesTaken = world.postbox.forgeriesTaken();
      const scanned = choosers?.scanned ?? [];
      return auditMachine({ ...papers, left, prices, ages, said, scanned, forgeriesTaken });
    }

    return {
      act(broken) {
        changeMind(world);
        const till = world.till();
        if (till === null) return;
        const deed = world.fate.strike('deed', 1, (chance) => drawName(deeds, chance));
        if (deed === null) return;
        try {
          if (customerDeeds.some(([, name]) => name === deed.what))
            customers.does(deed.what, till, deed.chance);
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

function countEnds({ count }: World, { ledger, journal }: Papers, left: readonly Left[]): void {
  const chosen = chosenIn(journal);
  const way = (saleId = '') => (chosen.has(saleId) ? 'chosen ' : '');
  for (const { saleId, kind, body } of journal) {
    const why = kind === 'vendingEnded' ? /"why":"(\w+)"/.exec(body)?.[1] : undefined;
    if (why !== undefined) count(`${way(saleId)}end ${why}`);
  }
  const handed = handedIn(journal);
  for (const { saleId, outcome } of handed) count(`${way(saleId)}outcome ${outcome ?? 'none'}`);
  for (const { item } of left) {
    const one = handed.find((other) => other.item === item);
    if (one?.outcome !== 'dispensed') count(`${way(one?.saleId)}piece given away`);
  }
  for (const saleId of chosen)
    if (handed.filter((one) => one.saleId === saleId).length > 1) count('chosen another after the first');
  for (const { captured, cancelled, authorized, metadata } of ledger.payments) {
    const by = way(metadata?.['saleId']);
    if (captured > 0) count(`${by}money taken ${cancelled > 0 ? 'in part' : 'whole'}`);
    else if (authorized > 0) count(`${by}money released whole`);
  }
}
