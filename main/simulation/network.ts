/**
 * The line between the till and the service in a simulated world: every request takes its time, and by chance it or its
 * answer is lost, late, refused or damaged. It counts every pair of call and fault, so that nobody believes in a run
 * that never tried one.
 */

import type { Clock } from '../../app/ports/Clock.ts';
import type { EndpointName, FaultName, TrainingService } from '../training/index.ts';
import type { Exchange } from '../vipps/index.ts';
import type { Chance } from './chance.ts';

export interface Network {
  readonly exchange: Exchange;
  /** From now on nothing goes wrong any more. */
  calm(): void;
  /** `call fault`, and how often it was tried. */
  readonly tried: ReadonlyMap<string, number>;
}

/** The calls of the till that are simulated over the wire, by method and path. */
const calls: readonly (readonly [RegExp, EndpointName])[] = [
  [/^POST \/accesstoken\/get$/, 'accessToken'],
  [/^POST \/qr\/v1\/exchange$/, 'qr.exchange'],
  [/^POST \/epayment\/v1\/payments$/, 'epayment.create'],
  [/^GET \/epayment\/v1\/payments\/[^/]+$/, 'epayment.get'],
  [/^POST \/epayment\/v1\/payments\/[^/]+\/capture$/, 'epayment.capture'],
  [/^POST \/epayment\/v1\/payments\/[^/]+\/cancel$/, 'epayment.cancel'],
  [/^POST \/epayment\/v1\/payments\/[^/]+\/refund$/, 'epayment.refund'],
  [/^POST \/order-management\/v2\/ecom\/receipts\/[^/]+$/, 'orderManagement.receipt'],
  [/^POST \/point-of-sale\/v1\/loyalty-check-in$/, 'checkIn'],
];

export const simulatedCalls: readonly EndpointName[] = calls.map(([, name]) => name);

/** Everything that may befall a call. `refused` never left the till. */
export const networkFaults = [
  'refused',
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
] as const;
export type NetworkFault = (typeof networkFaults)[number];

export function simulatedNetwork(parts: {
  readonly service: TrainingService;
  readonly time: Clock;
  readonly chance: Chance;
  /** Share of the calls that something befalls. */
  readonly trouble: number;
}): Network {
  const { service, time, chance } = parts;
  const tried = new Map<string, number>();
  let calm = false;

  function befall(call: EndpointName): NetworkFault | null {
    if (calm || !chance.happens(parts.trouble)) return null;
    const fault = chance.pick(networkFaults);
    const pair = `${call} ${fault}`;
    tried.set(pair, (tried.get(pair) ?? 0) + 1);
    return fault;
  }

  const exchange: Exchange = async (request) => {
    const { pathname, search, host } = new URL(request.url);
    const call = calls.find(([pattern]) => pattern.test(`${request.method} ${pathname}`))?.[1];
    const fault = call === undefined ? null : befall(call);
    if (fault === 'refused') throw broken('ECONNREFUSED');
    if (call !== undefined && fault !== null)
      service.addFault({ endpoint: call, what: fault, ...shapeOf(fault, chance) });
    await time.sleep(chance.between(10, 150));
    const answer = await service.handle({
      method: request.method,
      url: pathname + search,
      headers: { ...request.headers, host },
      body: request.body ?? '',
    });
    await time.sleep(chance.between(10, 150));
    if (answer === 'drop') throw broken('ECONNRESET');
    return { status: answer.status, headers: { ...answer.headers }, body: answer.body.toString() };
  };

  return {
    exchange,
    calm() {
      calm = true;
      service.clearFaults();
    },
    tried,
  };
}

/** How long, or which status. A refusal says what a gateway or a strict service may say without having done anything. */
function shapeOf(fault: FaultName, chance: Chance): { afterMs?: number; status?: number } {
  switch (fault) {
    case 'slow':
      return { afterMs: chance.between(1000, 40_000) };
    case 'holdAnswer':
      return { afterMs: chance.between(5000, 60_000) };
    case 'http4xx':
      return { status: chance.pick([400, 401, 403, 423]) };
    case 'http5xx':
    case 'http5xxAfter':
      return { status: chance.pick([500, 502, 503, 504]) };
    case 'tooMany':
      return chance.happens(0.5) ? { afterMs: chance.between(1000, 20_000) } : {};
    default:
      return {};
  }
}

function broken(code: string): Error {
  return Object.assign(new Error(code), { code });
}
