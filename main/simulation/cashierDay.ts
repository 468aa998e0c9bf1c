/** A day of a till with a cashier: a clumsy one, and every screen is taken down. */

import { audit } from './auditor.ts';
import { actClumsily } from './clumsyCashier.ts';
import { demanded, enoughSeeds } from './coverage.ts';
import type { KindOfDay } from './kindOfDay.ts';
import { moodOf } from './mood.ts';
import { people } from './people.ts';
import { type Glance, watchScreens } from './screens.ts';
import { config } from './world.ts';

const ended: readonly string[] = ['captured', 'declined', 'expired', 'refused', 'cancelled'];

export const cashierDay: KindOfDay = {
  config,
  deeds: 45,
  slots: [],
  moodOf,
  demanded,
  enoughSeeds,
  begin(world, tell) {
    const glances: Glance[] = [];
    watchScreens(world, (glance) => {
      glances.push(glance);
      const payment = glance.cashier.sale?.payment;
      if (!payment) return;
      const checking = payment.checking ? ' (checking)' : '';
      tell(
        `${payment.reference} ${payment.says.key}${checking}, customer: ${glance.display?.shows ?? 'nothing'}`,
        'screen',
      );
      if (ended.includes(payment.state)) world.count(`ending ${payment.says.key}`);
    });
    return {
      act: (broken) => actClumsily(world, broken),
      tomorrow: async () => [],
      audit: (papers) =>
        audit({
          ...papers,
          glances,
          purchases: world.club.purchases.map(({ saleId }) => saleId),
          names: people.map(({ name }) => name),
          closedDaysAt: world.closedDaysAt,
          forgeriesTaken: world.postbox.forgeriesTaken(),
        }),
    };
  },
};
