/** A machine that sells by itself, filled, with a customer's scan and a controller's hand: what tests of it start from. */

import type { Slot } from '../domain/vending.ts';
import { instant } from '../kernel/time.ts';
import type { Journal } from '../ports/Journal.ts';
import { aShop } from './shop.ts';

/** Wool shirt 599,00, thermos 349,00, trail food 119,00: the catalogue of the tests. */
export const shirt = { sku: '1001', stock: 3, minimumAge: null };
export const thermos = { sku: '1002', stock: 3, minimumAge: null };
export const food = { sku: '2001', stock: 1, minimumAge: null };

export type Machine = ReturnType<typeof aMachine>;

/** `journal`: another one than that in memory. */
export function aMachine(slots: readonly Slot[] = [shirt, thermos, food], journal?: Journal) {
  const shop = aShop({ config: { unattended: true }, slots, ...(journal === undefined ? {} : { journal }) });
  const till = shop.open();
  till.start();
  let scans = 0;
  const scan = async () => {
    scans += 1;
    till.checkedIn({ customerToken: `token-${scans}`, qrId: 'm.1', initiatedAt: instant(shop.clock.now()) });
    await shop.clock.settle();
  };
  const reference = () => [...shop.wallet.requests.keys()].at(-1) ?? '';
  const reserved = async () => {
    await scan();
    await shop.clock.pass(1000);
    shop.wallet.customer(reference(), 'AUTHORIZED');
    await shop.clock.pass(6000);
  };
  /** Of whoever is being served; nobody's where nobody is. */
  const turn = () => till.state().current ?? 'nobody’s';
  const take = (sku: string) => till.vending.take(turn(), sku);
  const done = () => till.vending.done(turn());
  const more = () => till.vending.more(turn());
  const vend = (sku: string, outcome: 'dispensed' | 'failed' = 'dispensed') => {
    const asked = take(sku);
    if (!asked.ok) throw new Error(asked.fault.kind);
    return till.vending.settle(asked.value.itemId, outcome);
  };
  const ledger = () => shop.wallet.ledger(reference());
  return { shop, till, scan, reserved, turn, take, done, more, vend, ledger, reference };
}
