/** A scan that comes to nothing is said on the cashier's screen, whoever made it. */

import { expect, it } from 'vitest';
import { aRunningTill, viewsOf } from '../testing/stories.ts';

it('is shown until something else happens to the sale', async () => {
  const { shop, till } = await aRunningTill();
  const shown = () => viewsOf(shop, till).cashier.refusedScan;

  expect(shown()).toBeNull();
  await till.scan('4006381333931');
  expect(shown()).toEqual({
    fault: { kind: 'unknownProduct', text: '4006381333931' },
    at: '2026-11-23T09:00:00.000Z',
  });
  await till.scan('2000000010021');
  expect(shown()).toBeNull();
});
