/** The store's registry of members: embedded, or an HTTP registry of the store's own. */

import type { Consented, Member, MemberPurchase } from '../domain/member.ts';
import type { Msisdn } from '../domain/msisdn.ts';
import type { JournalFault, RemoteFault } from '../kernel/fault.ts';
import type { Result } from '../kernel/result.ts';

export type RegistryFault = RemoteFault | JournalFault;

export interface Members {
  /** `null`: not a member. */
  find(msisdn: Msisdn): Promise<Result<Member | null, RegistryFault>>;
  /** Idempotent by `sub`: the same person enrolled twice is one member. An existing number is linked. */
  enrol(consented: Consented): Promise<Result<Member, RegistryFault>>;
  /** Idempotent by sale id. */
  registerPurchase(purchase: MemberPurchase): Promise<Result<void, RegistryFault>>;
}
