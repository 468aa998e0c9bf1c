/** Pictures of what stands in the way: no answer, no scanner, no network. */

import { bigBasket, fill, personalQr, type Scene, smallBasket } from './scene.ts';
import { member } from './stall.ts';

export const troubleScenes: readonly Scene[] = [
  {
    pictures: ['unknown', 'customer-checking'],
    async play(stall, take) {
      const { cashier, display, scanner } = stall;
      await stall.call('training.customer', { phone: member, does: 'never' });
      await stall.call('training.fault', { endpoint: 'epayment.create', what: 'dropAfter', times: 9 });
      await stall.call('training.fault', { endpoint: 'epayment.get', what: 'http5xx', times: 9 });
      await scanner.scan(personalQr(member));
      await fill(stall, bigBasket);
      await cashier.expectCustomer('Kari', cashier.words.proven);
      await cashier.askFor();
      await cashier.expectPayment(cashier.words.doNotCharge);
      await display.expect(display.words.oneMoment);
      await take('customer-checking', display.page);
      await cashier.expectPayment(cashier.words.doNotCharge, 'Spør igjen om');
      await take('unknown', cashier.page);
    },
  },
  {
    pictures: ['scanner-unplugged'],
    async play({ cashier, scanner }, take) {
      await scanner.unplug();
      await cashier.page.getByRole('banner').getByText(cashier.words.scannerUnplugged).waitFor();
      await take('scanner-unplugged', cashier.page);
    },
  },
  {
    pictures: ['offline'],
    stall: { timesFaster: 1 },
    async play(stall, take) {
      const { cashier, wallet, scanner } = stall;
      await fill(stall, smallBasket);
      await wallet?.close();
      await scanner.scan(personalQr(member));
      await stall.until((state) => state.service.state === 'down');
      await cashier.expectPayment('trenger nettet');
      await take('offline', cashier.page);
    },
  },
];
