/** Pictures of the store's own code: on the manager's page, and of who scanned it and waits at the till. */

import { aCode } from '../fixtures/storeCode.ts';
import { SettingsPage } from '../pages/SettingsPage.ts';
import { bigBasket, fill, personalQr, type Scene } from './scene.ts';
import { member, stranger } from './stall.ts';

const anotherMember = '4790000002';

export const checkInScenes: readonly Scene[] = [
  {
    pictures: ['check-in', 'shop-qr'],
    stall: { timesFaster: 1 },
    async play(stall, take) {
      const { cashier, scanner, wallet } = stall;
      const call: Parameters<typeof aCode>[0]['call'] = async (name, input) => ({
        ok: true,
        value: await stall.call(name, input),
      });
      const code = await aCode({ call });
      await scanner.scan(personalQr(member));
      await fill(stall, bigBasket);
      await cashier.expectCustomer('Kari', cashier.words.proven);
      for (const phone of [anotherMember, stranger]) await wallet?.scanCode(phone, code);
      await stall.until(({ arrivals }) => arrivals.filter(({ state }) => state === 'here').length === 2);
      await cashier.arrivals.getByText('••• 45').waitFor();
      await take('check-in', cashier.page);

      await cashier.openSettings();
      const settings = new SettingsPage(cashier);
      await settings.choose(cashier.words.shopQr);
      await settings.main.getByText(cashier.words.scanComesHere).waitFor();
      const picture = settings.main.getByRole('img', { name: /Kasse 1$/ });
      await picture.evaluate((image) => (image as HTMLImageElement).decode());
      await take('shop-qr', cashier.page);
    },
  },
];
