/** Words of the cashier's screen beside what the till says about a payment (`says.ts`) and a fault (`faults.ts`). */

import type { InBoth } from './language.ts';
import { arrivalText } from './sellingArrivals.ts';
import { basketText } from './sellingBasket.ts';
import { layerText } from './sellingLayers.ts';
import { paymentText } from './sellingPayment.ts';

type SellingText = (typeof arrivalText)['en'] &
  (typeof basketText)['en'] &
  (typeof paymentText)['en'] &
  (typeof layerText)['en'];

export const sellingText: InBoth<SellingText> = {
  nb: { ...arrivalText.nb, ...basketText.nb, ...paymentText.nb, ...layerText.nb },
  en: { ...arrivalText.en, ...basketText.en, ...paymentText.en, ...layerText.en },
};
