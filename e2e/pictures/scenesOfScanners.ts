/** Pictures of the scanner doctor. */

import { DoctorPage } from '../pages/DoctorPage.ts';
import { personalQr, type Scene } from './scene.ts';
import { member } from './stall.ts';

export const scannerScenes: readonly Scene[] = [
  {
    pictures: ['scanner-doctor', 'scanner-doctor-damaged'],
    async play(stall, take) {
      const { cashier, scanner } = stall;
      const doctor = new DoctorPage(cashier);
      await doctor.open();
      await stall.until((state) => state.doctor !== null);
      await scanner.scan('2000001047859');
      await scanner.scan('5901234123457');
      await scanner.scan('KLUBBKASSA0PARK');
      await scanner.scan(personalQr(member));
      await doctor.expectLast('••• 67');
      await take('scanner-doctor', doctor.page);
      await cashier.wedge(personalQr(member), { layouts: 'US on NO', placeless: true });
      await doctor.expectLast(doctor.words.wrongLayout);
      await take('scanner-doctor-damaged', doctor.page);
    },
  },
];
