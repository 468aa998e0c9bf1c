/** Every word on a machine's screen. `{w}` is the wallet's name, `{sum}` an amount with unit, `{name}` the goods. */

import { kioskEn } from './kioskEn.ts';
import { kioskNb } from './kioskNb.ts';
import type { Counted, InBoth } from './language.ts';

export interface KioskText {
  readonly scan: string;
  readonly scanThen: string;
  readonly chooseThen: string;
  readonly stepScan: string;
  readonly stepChoose: string;
  readonly stepTake: string;
  readonly reservesUpTo: string;
  readonly codeAlt: string;
  readonly cannotScan: string;
  readonly backToCode: string;
  readonly lookAtPhone: string;
  readonly approve: string;
  readonly nothingThere: string;
  readonly nothingTakenYet: string;
  readonly scanToPay: string;
  readonly payCodeAlt: string;
  /** The picture of the machine's own code did not load. */
  readonly codeMissing: string;
  /** The picture of a one-time code did not load. */
  readonly payCodeMissing: string;
  readonly stepScanCode: string;
  readonly onlyThisItem: string;
  readonly chooseAnother: string;
  readonly giveUp: string;
  readonly ageItem: string;
  readonly ageSome: string;
  readonly ageAnswer: string;
  readonly ageLeftOut: string;
  readonly choose: string;
  readonly onlyWhatYouTake: string;
  readonly upToReserved: string;
  /** Where goods were chosen first: it is exactly their price. */
  readonly exactlyReserved: string;
  readonly left: string;
  readonly inStock: string;
  readonly lastOne: string;
  /** Before the code on the door that the goods come out of. */
  readonly slot: string;
  readonly ageMark: string;
  readonly soldOut: string;
  readonly ageLimit: string;
  readonly reservedTooLittle: string;
  readonly previous: string;
  readonly next: string;
  readonly page: string;
  readonly leave: string;
  readonly done: string;
  readonly didNotCome: string;
  readonly moreTime: string;
  /** `{when}`: in so many seconds, or soon where it is read out. */
  readonly withoutAnswer: string;
  readonly withoutAnswerPaid: string;
  readonly withoutApproval: string;
  readonly inSeconds: Counted;
  readonly soon: string;
  readonly yesMore: string;
  readonly noStop: string;
  readonly onItsWay: string;
  readonly itComesOut: string;
  readonly youPay: string;
  readonly whenItCame: string;
  readonly restReleased: string;
  readonly oneMoment: string;
  readonly settling: string;
  /** The till is not heard. */
  readonly lost: string;
  readonly lostMoney: string;
  readonly thanks: string;
  readonly takeIt: string;
  readonly takeThem: string;
  readonly paid: string;
  readonly released: string;
  readonly weReserved: string;
  readonly receiptIn: string;
  readonly nothingPaid: string;
  readonly noneTaken: string;
  readonly scanAgain: string;
  readonly chooseAgain: string;
  /** The request never began, and the customer has no part in that. */
  readonly notStarted: string;
  readonly notTheCustomer: string;
  readonly allReleased: string;
  readonly allSold: string;
  readonly allSoldWhat: string;
  readonly pause: string;
  readonly pauseWhat: string;
  /** True also while the purchase of an earlier customer is still being settled. */
  readonly pauseMoney: string;
  /** The service cannot be reached. */
  readonly away: string;
  readonly awayWhat: string;
  /** To whoever bought something just before. */
  readonly awayMoney: string;
  readonly call: string;
  readonly ask: string;
  readonly phone: string;
  readonly machine: string;
  readonly code: string;
  readonly aids: string;
  readonly larger: string;
  readonly contrast: string;
  readonly low: string;
  readonly aloud: string;
}

export const kioskText: InBoth<KioskText> = { nb: kioskNb, en: kioskEn };
