/** The simulated Vipps MobilePay service of a till in training, inside it or elsewhere, and the calls that steer it. */

import type { CallInput } from '../../app/contract/calls.ts';
import { type CallingCode, readMsisdn } from '../../app/domain/msisdn.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import type { Settings } from '../settings/settings.ts';
import {
  type CustomerCommand,
  customerCommand,
  type FaultCommand,
  faultCommand,
  type Memory,
  startTrainingServer,
} from '../training/index.ts';
import { samplePhone } from './storage.ts';

export interface TrainingWorld {
  /** Base address of the simulated service. */
  readonly apiUrl: string;
  /** Where the customer's phone is shown; `null` for a service elsewhere, of which nobody knows whether it has one. */
  readonly phone: string | null;
  /** `training.customer` of the contract. Fault `inputUnreadable` names what the simulated world does not know. */
  customer(input: CallInput<'training.customer'>, home: CallingCode): Promise<Result<null>>;
  /** `training.fault` of the contract. */
  fault(input: CallInput<'training.fault'>): Promise<Result<null>>;
  close(): Promise<void>;
}

/** How commands that were read reach the service. */
interface Steering {
  customer(command: CustomerCommand): Promise<Result<null>>;
  fault(command: FaultCommand): Promise<Result<null>>;
}

/** `memory`: where the simulated service keeps its payments for when the till is killed. */
export async function openTrainingWorld(settings: Settings, memory: Memory): Promise<TrainingWorld> {
  const { store, clubName, market, trainingCustomer, language } = settings;
  const { url, service, close } = await startTrainingServer({
    salesUnit: { name: store.name, clubName: clubName || store.name, country: market },
    defaultCustomer: trainingCustomer,
    memory,
  });
  const steering = steeredBy({
    async customer(command) {
      service.applyCustomer(command);
      return ok(null);
    },
    async fault(command) {
      service.applyFault(command);
      return ok(null);
    },
  });
  return { apiUrl: url, phone: `${url}/phone?number=${samplePhone}&lang=${language}`, ...steering, close };
}

/** A service somebody else runs. If it is a simulated one like ours, it can be steered; else the calls say so. */
export function trainingElsewhere(apiUrl: string): TrainingWorld {
  const post = (path: string) => async (command: unknown) => {
    try {
      const answer = await fetch(`${apiUrl}/training/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(command),
        redirect: 'error',
        signal: AbortSignal.timeout(5_000),
      });
      await answer.body?.cancel();
      return answer.status === 204 ? ok(null) : err({ kind: 'trainingOnly' } as const);
    } catch (thrown) {
      if (thrown instanceof Error) return err({ kind: 'trainingOnly' } as const);
      throw thrown;
    }
  };
  const steering = steeredBy({ customer: post('customer'), fault: post('fault') });
  return { apiUrl, phone: null, ...steering, close: async () => undefined };
}

function steeredBy(steering: Steering): Pick<TrainingWorld, 'customer' | 'fault'> {
  return {
    async customer({ phone, afterMs, ...script }, home) {
      const number = phone === 'walkIn' ? phone : readMsisdn(phone, home);
      if (number === null) return err({ kind: 'phoneUnreadable' });
      const after = afterMs === undefined ? {} : { afterMs, enrolmentAfterMs: afterMs };
      const read = customerCommand.safeParse({ phone: number, ...script, ...after });
      return read.success ? steering.customer(read.data) : unreadable(read.error.issues[0]?.path);
    },
    async fault(input) {
      const read = faultCommand.safeParse('clear' in input ? { clear: 'all' } : input);
      return read.success ? steering.fault(read.data) : unreadable(read.error.issues[0]?.path);
    },
  };
}

function unreadable(path: readonly PropertyKey[] | undefined): Result<never> {
  return err({ kind: 'inputUnreadable', where: (path ?? []).map(String).join('.') });
}
