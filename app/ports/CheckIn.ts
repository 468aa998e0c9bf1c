/** The notice "you were recognised as a member" in the customer's app (Check-in API). Never blocks a sale. */

import type { Msisdn } from '../domain/msisdn.ts';
import type { RemoteFault } from '../kernel/fault.ts';
import type { Result } from '../kernel/result.ts';

export interface CheckIn {
  notify(msisdn: Msisdn, isMember: boolean): Promise<Result<void, RemoteFault>>;
}
