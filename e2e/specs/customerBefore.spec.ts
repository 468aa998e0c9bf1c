/** What the screen that faces the customer keeps of the customer before: nothing. */

import { personalQr, test } from '../fixtures/till.ts';

const member = '4791234567';
/** Of the sample catalogue. */
const vest = '2000001047859';
const thermos = 'KO-003';

test('the sale before is set aside, and the till killed: the next customer sees their own goods alone', async ({
  till,
}) => {
  const { scanner, display } = till;
  await scanner.scan(personalQr(member));
  await scanner.scan(vest);
  await display.expect('Kari', 'Ulltrøye dame M', '479,00');
  await till.call('sale.park', {});
  await display.expectIdle();
  await display.expectNothingOf('Kari', 'Ulltrøye', '479,00');

  await till.call('basket.add', { sku: thermos });
  await display.expect('Termos stål', '349,00');
  await display.expectNothingOf('Kari', 'Ulltrøye', '479,00');

  await till.restart();
  await till.display.expect('Termos stål', '349,00');
  await till.display.expectNothingOf('Kari', 'Ulltrøye', '479,00');
});
