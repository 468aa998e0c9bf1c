/** The simulated Vipps MobilePay service inside a till in training, and the two calls that steer it. */

import type { CallInput } from '../../app/contract/calls.ts';
import { type CallingCode, readMsisdn } from '../../app/domain/msisdn.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import type { Settings } from '../settings/settings.ts';
import { customerCommand, faultCommand, startTrainingServer } from '../training/index.ts';
import { samplePhone } from './storage.ts';

export interface TrainingWorld {
  /** Base address of the simulated service. */
  readonly apiUrl: string;
  /** Where the customer's phone is shown. */
  readonly phone: string;
  /** `training.customer` of the contract. Fault `inputUnreadable` names what the simulated world does not know. */
  customer(input: CallInput<'training.customer'>, home: CallingCode): Result<null>;
  /** `training.fault` of the contract. */
  fault(input: CallInput<'training.fault'>): Result<null>;
  close(): Promise<void>;
}

export async function openTrainingWorld(settings: Settings): Promise<TrainingWorld> {
  const { store, clubName, market, trainingCustomer } = settings;
  const server = await startTrainingServer({
    salesUnit: { name: store.name, clubName: clubName || store.name, country: market },
    defaultCustomer: trainingCustomer,
  });
  return {
    apiUrl: server.url,
    phone: `${server.url}/phone?number=${samplePhone}&lang=${settings.language}`,
    customer({ phone, afterMs, ...script }, home) {
      const number = phone === 'walkIn' ? phone : readMsisdn(phone, home);
      if (number === null) return err({ kind: 'phoneUnreadable' });
      const after = afterMs === undefined ? {} : { afterMs, enrolmentAfterMs: afterMs };
      const read = customerCommand.safeParse({ phone: number, ...script, ...after });
      if (!read.success) return unreadable(read.error.issues[0]?.path);
      server.service.applyCustomer(read.data);
      return ok(null);
    },
    fault(input) {
      const read = faultCommand.safeParse('clear' in input ? { clear: 'all' } : input);
      if (!read.success) return unreadable(read.error.issues[0]?.path);
      server.service.applyFault(read.data);
      return ok(null);
    },
    close: () => server.close(),
  };
}

function unreadable(path: readonly PropertyKey[] | undefined): Result<never> {
  return err({ kind: 'inputUnreadable', where: (path ?? []).map(String).join('.') });
}
