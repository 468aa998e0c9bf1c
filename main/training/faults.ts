/** Failures to choose, per endpoint: what a network, a gateway or a service on a bad day does to an answer. */

import { z } from 'zod';

/** Every endpoint of the simulated service by the name that faults, counters and the ledger use. */
export const endpointNames = [
  'accessToken',
  'qr.exchange',
  'qr.exchangeCustomer',
  'qr.callback.put',
  'qr.callback.get',
  'qr.callback.list',
  'qr.callback.delete',
  'qr.image',
  'checkIn',
  'login.discovery',
  'login.jwks',
  'login.userExists',
  'login.start',
  'login.poll',
  'login.userinfo',
  'userinfo.bySub',
  'epayment.create',
  'epayment.get',
  'epayment.events',
  'epayment.capture',
  'epayment.cancel',
  'epayment.refund',
  'epayment.testApprove',
  'orderManagement.receipt',
  'orderManagement.category',
  'orderManagement.get',
  'webhooks.register',
  'webhooks.list',
  'webhooks.delete',
  /** Not a call to the service but the service's own delivery to the merchant. */
  'webhooks.delivery',
] as const;
export type EndpointName = (typeof endpointNames)[number];

/**
 * What goes wrong.
 *
 * `dropBefore` connection lost, nothing done · `dropAfter` done, answer lost · `slow` the request lies `afterMs` before
 * it is worked on · `holdAnswer` done at once, answer after `afterMs` or never · `http4xx`, `http5xx` refused before
 * anything was done, with `status` (and the domain error `code` where ePayment is asked) · `http5xxAfter` done, but 500
 * is answered · `tooMany` 429 of the gateway, `afterMs` becomes `Retry-After` · `malformed` done, half a body comes
 * back · `unknownFields`, `unknownState` done, with members or a state nobody documented · `wrongToken` 401 as if the
 * token had died; at `login.poll` an id_token signed by a stranger · `wrongIssuer`, `wrongAudience`, `expiredToken`
 * at `login.poll` only.
 *
 * At `webhooks.delivery`: `lost` never delivered · `duplicate` delivered twice · `forged` a copy with a false signature
 * comes first · `outOfOrder` behind the next event of the payment · `slow`, `dropBefore`, `dropAfter` as above.
 */
export const faultNames = [
  'dropBefore',
  'dropAfter',
  'slow',
  'holdAnswer',
  'http4xx',
  'http5xx',
  'http5xxAfter',
  'tooMany',
  'malformed',
  'unknownFields',
  'unknownState',
  'wrongToken',
  'wrongIssuer',
  'wrongAudience',
  'expiredToken',
  'lost',
  'duplicate',
  'forged',
  'outOfOrder',
] as const;
export type FaultName = (typeof faultNames)[number];

const longest = 24 * 3_600_000;

/** One failure; `times` answers are spoiled (default 1), then it is used up. */
export const trainingFault = z.strictObject({
  endpoint: z.enum(endpointNames),
  what: z.enum(faultNames),
  times: z.int().min(1).max(10_000).optional(),
  afterMs: z.int().min(0).max(longest).optional(),
  status: z.int().min(400).max(599).optional(),
  code: z
    .string()
    .regex(/^\d{4,5}$/)
    .optional(),
});
export type TrainingFault = z.infer<typeof trainingFault>;

/** Input of the contract's `training.fault`: add one, or clear those of an endpoint, or all. */
export const faultCommand = z.union([
  trainingFault,
  z.strictObject({ clear: z.union([z.literal('all'), z.enum(endpointNames)]) }),
]);
export type FaultCommand = z.infer<typeof faultCommand>;

export interface Faults {
  add(fault: TrainingFault): void;
  /** The next failure of this endpoint, oldest first, counted down. */
  take(endpoint: EndpointName): TrainingFault | null;
  /** What is still to come. */
  list(): readonly TrainingFault[];
  clear(endpoint?: EndpointName): void;
}

export function createFaults(): Faults {
  let waiting: readonly TrainingFault[] = [];
  return {
    add(fault) {
      waiting = [...waiting, trainingFault.parse(fault)];
    },
    take(endpoint) {
      const found = waiting.find((one) => one.endpoint === endpoint);
      if (!found) return null;
      const left = (found.times ?? 1) - 1;
      waiting = waiting.flatMap((one) => (one !== found ? [one] : left > 0 ? [{ ...one, times: left }] : []));
      return found;
    },
    list: () => waiting,
    clear(endpoint) {
      waiting = endpoint === undefined ? [] : waiting.filter((one) => one.endpoint !== endpoint);
    },
  };
}
