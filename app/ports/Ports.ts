/** Everything the till needs from the world, in one object. `main/compose.ts` fills it. */

import type { Catalogue } from './Catalogue.ts';
import type { CheckIn } from './CheckIn.ts';
import type { Clock } from './Clock.ts';
import type { CustomerCodes } from './CustomerCodes.ts';
import type { Ids } from './Ids.ts';
import type { Journal } from './Journal.ts';
import type { Log } from './Log.ts';
import type { Login } from './Login.ts';
import type { Members } from './Members.ts';
import type { Payments } from './Payments.ts';
import type { Receipts } from './Receipts.ts';
import type { Stock } from './Stock.ts';

export interface Ports {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly journal: Journal;
  readonly payments: Payments;
  readonly codes: CustomerCodes;
  readonly checkIn: CheckIn;
  readonly login: Login;
  readonly receipts: Receipts;
  readonly members: Members;
  readonly catalogue: Catalogue;
  readonly stock: Stock;
}
