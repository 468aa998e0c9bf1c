/**
 * Every expected trouble of the till, one union by `kind`. A fault is plain data: the kind and the facts. Its words,
 * for cashier and customer, live in `renderer/text`; a new kind does not compile until every language has them.
 */

/** What a remote service told about itself; goes to the log and to support, never to the customer. */
export interface ServiceFacts {
  /** The remote API in its own word: accessToken, epayment, qr, login, checkIn, orderManagement, webhooks, registry. */
  readonly api: string;
  readonly status?: number;
  /** The service's own numeric or word code, e.g. `5080`, `old_app`. */
  readonly code?: string;
  readonly title?: string;
  readonly traceId?: string;
}

/**
 * Trouble with a call over the network. Only `noConnection`, `unauthorised`, `forbidden`, `rejected`, `notFound` and
 * `conflict` say for certain that this call changed nothing; `noAnswer`, `serviceDown` and `badAnswer` leave the
 * outcome of a write unknown.
 */
export type RemoteFault =
  /** No byte left the till (name not resolved, connection refused, no network). */
  | { readonly kind: 'noConnection'; readonly service: ServiceFacts }
  /** Sent, no answer before the deadline or the connection broke. Outcome unknown. */
  | { readonly kind: 'noAnswer'; readonly service: ServiceFacts }
  /** 5xx. Outcome unknown. */
  | { readonly kind: 'serviceDown'; readonly service: ServiceFacts }
  /** An answer that cannot be read. Outcome unknown. */
  | { readonly kind: 'badAnswer'; readonly service: ServiceFacts }
  /** 429. `retryAfterMs` where the service told. */
  | { readonly kind: 'tooManyRequests'; readonly service: ServiceFacts; readonly retryAfterMs: number | null }
  /** 423 or a code that asks for a short wait (6160, 6250, 6280). */
  | { readonly kind: 'busyThere'; readonly service: ServiceFacts }
  /** 401 after one fresh token: the keys are wrong. */
  | { readonly kind: 'unauthorised'; readonly service: ServiceFacts }
  /** 403: the sales unit lacks the product. */
  | { readonly kind: 'forbidden'; readonly service: ServiceFacts }
  | { readonly kind: 'notFound'; readonly service: ServiceFacts }
  /** 409: key or reference used before. */
  | { readonly kind: 'conflict'; readonly service: ServiceFacts }
  /** Another 4xx: understood and refused. */
  | { readonly kind: 'rejected'; readonly service: ServiceFacts }
  /** No keys are configured for this call. */
  | { readonly kind: 'notConfigured'; readonly service: ServiceFacts };

/** The journal could not write or read. Nothing after it may be done. */
export type JournalFault =
  | { readonly kind: 'diskFull' }
  | { readonly kind: 'storeReadOnly' }
  | { readonly kind: 'storeLocked' }
  | { readonly kind: 'storeDamaged' }
  | { readonly kind: 'storeNewer'; readonly found: number; readonly known: number };

/** By the country whose keyboards have it. */
export type KeyboardLayout = 'US' | 'NO' | 'DK' | 'SE' | 'FI' | 'DE';

/** The till refuses by its own rules. */
export type TillFault =
  | { readonly kind: 'basketFrozen' }
  | { readonly kind: 'basketEmpty' }
  | { readonly kind: 'unknownProduct'; readonly text: string }
  | { readonly kind: 'unknownLine' }
  | { readonly kind: 'quantityOutOfRange'; readonly least: number; readonly most: number }
  | { readonly kind: 'discountOutOfRange' }
  | { readonly kind: 'amountTooSmall' }
  | { readonly kind: 'amountTooLarge' }
  | { readonly kind: 'phoneUnreadable' }
  | { readonly kind: 'codeUnknown' }
  /** A scanner that types is set to another keyboard layout than this computer. */
  | {
      readonly kind: 'codeDamagedByLayout';
      readonly scanner: KeyboardLayout;
      readonly computer: KeyboardLayout;
    }
  | { readonly kind: 'codeDamagedByCapsLock' }
  /** A code of the store itself, to be scanned by the customer's phone and not by the till. */
  | { readonly kind: 'codeIsTheStores' }
  /** Goods or a printed command at a scanner that faces the customer. */
  | { readonly kind: 'scanIsTheCashiers' }
  /** An unattended machine: customers scan its code, and it scans nothing. */
  | { readonly kind: 'scanAtMachine' }
  /** The wallet refused the personal code: foreign or out of date. */
  | { readonly kind: 'codeRefused' }
  /** A tokenised code needs the exchange, and the exchange is not available. */
  | { readonly kind: 'codeNeedsNetwork' }
  /** A code of the store that another till made; it is changed there. */
  | { readonly kind: 'codeOfAnotherTill' }
  /** The service has drawn no picture of this code that could be had. */
  | { readonly kind: 'pictureMissing' }
  /** The 15 minutes of a check-in on the store's code are over. */
  | { readonly kind: 'checkInOver' }
  | { readonly kind: 'customerMissing' }
  /** Another customer was scanned while a payment is open. */
  | { readonly kind: 'customerWhilePaying' }
  | { readonly kind: 'alreadyMember' }
  | { readonly kind: 'membershipUnknown' }
  | { readonly kind: 'enrolmentRunning' }
  | { readonly kind: 'enrolmentNotRunning' }
  | { readonly kind: 'paymentOpen' }
  | { readonly kind: 'paymentMissing' }
  | { readonly kind: 'paymentSettled' }
  /** 5080: the sales unit may not send a push; show a one-time QR. */
  | { readonly kind: 'pushNotAllowed' }
  /** 7010: never phrased as a wrong number. */
  | { readonly kind: 'cannotSendToNumber' }
  /** The outcome of something is not known yet: closing the day, leaving, giving up have to wait (I11). */
  | { readonly kind: 'paymentUnresolved'; readonly number: string; readonly more: number }
  /** It was paid before it could be called off. */
  | { readonly kind: 'paidAfterAll' }
  | { readonly kind: 'refundNotPossible' }
  /** The refund before is not settled: its outcome comes first. */
  | { readonly kind: 'refundUnderway' }
  /** `most` in minor units: what may still go back (I3). */
  | { readonly kind: 'refundTooMuch'; readonly most: number }
  | { readonly kind: 'reasonMissing' }
  | { readonly kind: 'dayClosed' }
  | { readonly kind: 'saleUnknown' }
  | { readonly kind: 'saleNotFinal' }
  | { readonly kind: 'trainingOnly' };

/** What sells by itself, and what does not, refuse by rules of their own. */
export type MachineFault =
  /** At an unattended machine: nobody stands there to fill a basket. */
  | { readonly kind: 'staffedOnly' }
  /** At a staffed till: nothing is handed out there. */
  | { readonly kind: 'machineOnly' }
  /** A machine hands nothing out before the money is reserved, nor after it was decided. */
  | { readonly kind: 'nothingReserved' }
  | { readonly kind: 'machineBusy' }
  | { readonly kind: 'machineOutOfOrder' }
  | { readonly kind: 'soldOut' }
  | { readonly kind: 'ageLimit' }
  | { readonly kind: 'reservedTooLittle' };

/** The door refuses. */
export type DoorFault =
  | { readonly kind: 'callUnknown' }
  | { readonly kind: 'inputUnreadable'; readonly where: string }
  | { readonly kind: 'notAllowed' }
  /** No PIN has been set at this till. */
  | { readonly kind: 'pinMissing' }
  /** `left`: tries before one has to be waited for. */
  | { readonly kind: 'pinWrong'; readonly left: number }
  /** Too many wrong ones: none is looked at until then. ISO 8601 UTC. */
  | { readonly kind: 'pinWait'; readonly until: string }
  | { readonly kind: 'pinTooShort'; readonly least: number; readonly most: number }
  /** One digit over and over, or a run of them. */
  | { readonly kind: 'pinTooSimple' }
  | { readonly kind: 'senderUnknown' }
  /** The till's process could not be reached from this window. */
  | { readonly kind: 'doorClosed' }
  /** A defect of ours; the log has it under this id. */
  | { readonly kind: 'defect'; readonly id: string };

/** Devices, files and settings. */
export type HouseFault =
  | { readonly kind: 'fileUnreadable'; readonly line: number; readonly why: string }
  | { readonly kind: 'settingInvalid'; readonly field: string }
  | { readonly kind: 'secretsUnavailable' }
  | { readonly kind: 'deviceMissing' }
  | { readonly kind: 'deviceDenied' }
  | { readonly kind: 'deviceBusy' };

export type Fault = RemoteFault | JournalFault | TillFault | MachineFault | DoorFault | HouseFault;
export type FaultKind = Fault['kind'];

/** Whether a write that ended so may have been carried out all the same. */
export function outcomeUnknown(fault: RemoteFault): boolean {
  return fault.kind === 'noAnswer' || fault.kind === 'serviceDown' || fault.kind === 'badAnswer';
}
