/**
 * The line between the till and the service in a simulated world: every request takes its time, and by chance it or its
 * answer is lost, late, refused, damaged or out of date. It counts every pair of call and fault, so that nobody believes
 * in a run that never tried one.
 */

import type { Clock } from '../../app/ports/Clock.ts';
import type { EndpointName, ServiceAnswer, TrainingService } from '../training/index.ts';
import type { Exchange } from '../vipps/index.ts';
import type { Chance } from './chance.ts';
import type { Count } from './coverage.ts';
import type { Fate } from './fate.ts';

/** The calls of the till over the wire, by method and path, and how much likelier than usual something befalls a rare one. */
const calls: readonly (readonly [pattern: RegExp, call: EndpointName, weight: number])[] = [
  [/^POST \/accesstoken\/get$/, 'accessToken', 1.5],
  [/^POST \/qr\/v1\/exchange$/, 'qr.exchange', 1],
  [/^POST \/epayment\/v1\/payments$/, 'epayment.create', 1.5],
  [/^GET \/epayment\/v1\/payments\/[^/]+$/, 'epayment.get', 0.8],
  [/^POST \/epayment\/v1\/payments\/[^/]+\/capture$/, 'epayment.capture', 4],
  [/^POST \/epayment\/v1\/payments\/[^/]+\/cancel$/, 'epayment.cancel', 4],
  [/^POST \/epayment\/v1\/payments\/[^/]+\/refund$/, 'epayment.refund', 8],
  [/^GET \/epayment\/v1\/payments\/[^/]+\/events$/, 'epayment.events', 6],
  [/^POST \/order-management\/v2\/ecom\/receipts\/[^/]+$/, 'orderManagement.receipt', 12],
  [/^POST \/point-of-sale\/v1\/loyalty-check-in$/, 'checkIn', 4],
];

export const simulatedCalls: readonly EndpointName[] = calls.map(([, name]) => name);

/** Everything that may befall any call. `refused` never left the till. */
const anyCall = [
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
/**
 * `outOfDate`: a reading tells what was true at the reading before; a change is answered with the amounts of before it,
 * and was not carried out. `otherAnswer`: the answer is about another payment.
 */
const aboutMoney = [...anyCall, 'outOfDate', 'otherAnswer'] as const;
export type NetworkFault = (typeof aboutMoney)[number];

const moneyCalls: readonly EndpointName[] = [
  'epayment.get',
  'epayment.capture',
  'epayment.cancel',
  'epayment.refund',
];

export function faultsOf(call: EndpointName): readonly NetworkFault[] {
  return moneyCalls.includes(call) ? aboutMoney : anyCall;
}

export function simulatedNetwork(parts: {
  readonly service: TrainingService;
  readonly time: Clock;
  readonly fate: Fate;
  readonly count: Count;
  /** Share of the calls that something befalls. */
  readonly trouble: number;
  /** Whether a create with a receipt is refused for the receipt. */
  readonly receiptsRefused: boolean;
  readonly createsLost: boolean;
}): Exchange {
  const { service, time, fate } = parts;
  const lag = fate.stream('lag');
  const lastReadings = new Map<string, ServiceAnswer>();

  return async (request) => {
    const { pathname, search, host } = new URL(request.url);
    const found = calls.find(([pattern]) => pattern.test(`${request.method} ${pathname}`));
    const call = found?.[1];
    const struck =
      found === undefined
        ? null
        : fate.strike('call', parts.trouble * found[2], (chance) => chance.pick(faultsOf(found[1])), call);
    const fault = struck?.what ?? null;
    if (fault !== null) parts.count(`call ${call} ${fault}`);
    if (fault === 'refused') throw broken('ECONNREFUSED');
    const sent = {
      method: request.method,
      url: pathname + search,
      headers: { ...request.headers, host },
      body: request.body ?? '',
    };
    await time.sleep(lag.between(10, 150));
    if (parts.createsLost && call === 'epayment.create') throw broken('ECONNRESET');
    if (parts.receiptsRefused && call === 'epayment.create' && sent.body.includes('"receipt":'))
      return noReceipts;
    if (
      call !== undefined &&
      struck !== null &&
      fault !== null &&
      fault !== 'outOfDate' &&
      fault !== 'otherAnswer'
    )
      service.addFault({ endpoint: call, what: fault, ...shapeOf(fault, struck.chance) });
    const answer = fault === 'outOfDate' ? await outOfDate(sent) : await service.handle(sent);
    if (call === 'epayment.get' && fault === null) lastReadings.set(pathname, answer);
    await time.sleep(lag.between(10, 150));
    if (answer === 'drop') throw broken('ECONNRESET');
    const body = answer.body.toString();
    return {
      status: answer.status,
      headers: { ...answer.headers },
      body: fault === 'otherAnswer' ? somebodyElses(body) : body,
    };
  };

  /** What the reading before said; for a change, what a reading says now, which has all members of its answer. */
  async function outOfDate(sent: Parameters<TrainingService['handle']>[0]): Promise<ServiceAnswer> {
    if (sent.method === 'GET') return lastReadings.get(sent.url) ?? service.handle(sent);
    const url = sent.url.slice(0, sent.url.lastIndexOf('/'));
    return service.handle({ ...sent, method: 'GET', url, body: '' });
  }
}

/** How long, or which status. A refusal says what a gateway or a strict service may say without having done anything. */
function shapeOf(fault: NetworkFault, chance: Chance): { afterMs?: number; status?: number } {
  switch (fault) {
    case 'slow':
      return { afterMs: chance.between(1000, 40_000) };
    case 'holdAnswer':
      // Or never.
      return chance.happens(0.7) ? { afterMs: chance.between(5000, 60_000) } : {};
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

/** Another payment of the same amount, and that one is paid. */
function somebodyElses(body: string): string {
  const amount = /"amount":(\{[^}]*\})/.exec(body)?.[1] ?? '';
  return body
    .replace(/"reference":"[^"]*"/, '"reference":"somebody-elses-1"')
    .replace(/"state":"[^"]*"/, '"state":"AUTHORIZED"')
    .replaceAll(/"(authorized|captured)Amount":\{[^}]*\}/g, (_, which) => `"${which}Amount":${amount}`);
}

/** A validation answer that names a member of the receipt and nothing else. */
const noReceipts = {
  status: 400,
  headers: { 'content-type': 'application/problem+json' },
  body: JSON.stringify({
    title: 'Bad Request',
    status: 400,
    extraDetails: [{ name: 'receipt.orderLines[0].taxRate', reason: 'The field taxRate is not accepted.' }],
  }),
};

function broken(code: string): Error {
  return Object.assign(new Error(code), { code });
}
