/**
 * Every answer without success that the wallet, its gateway or something before it can give to this till, and what the
 * till does then: the rows of `docs/service-codes.md`, each tried by a test.
 */

import type { Refusal } from '../../../app/domain/payment.ts';
import { type ErrorCode, errorCodes } from '../../training/errorCodes.ts';
import type { TrainingFault } from '../../training/index.ts';
import type { Foreign } from './aLine.ts';

export type At = 'create' | 'read' | 'capture' | 'cancel' | 'release' | 'refund';

/**
 * `told` refused, and said so · `later` the same again after a wait · `asks` the outcome is not known: read first · `same`
 * read, then the same again under its key · `anew` refused for good: read, then a new key without hurry.
 */
export type Way = 'told' | 'later' | 'asks' | 'same' | 'anew';

/** An answer by code, by status alone, or with a body that is not the API's. */
export type Shape =
  | { readonly code: ErrorCode }
  | { readonly status: number; readonly retryAfterMs?: number }
  | { readonly foreign: Foreign; readonly name: string };

export interface Row {
  readonly at: At;
  readonly shape: Shape;
  readonly way: Way;
  /** With `told` at create: the words. */
  readonly refusal?: Refusal;
}

const html = (status: number, name: string, headers: Record<string, string> = {}): Shape => ({
  foreign: {
    status,
    headers: { 'content-type': 'text/html', ...headers },
    body: '<html><body>Hello</body></html>',
  },
  name,
});
const signIn = html(200, '200, a page');
const moved = html(302, '302', { location: 'http://portal.example/' });
const lostGateway = html(404, '404, a page');
const badGateway = html(502, '502, a page');
const foreignGateway: Shape = {
  foreign: { status: 404, body: '{"statusCode":404,"message":"Resource not found"}' },
  name: '404 of the gateway',
};
const unclear = [signIn, moved, lostGateway, badGateway, foreignGateway];

const status = (...all: readonly number[]): readonly Shape[] => all.map((one) => ({ status: one }));
const codes = (...all: readonly ErrorCode[]): readonly Shape[] => all.map((code) => ({ code }));
const wait: readonly Shape[] = [...status(423, 429), { status: 429, retryAfterMs: 20_000 }];

const rowsOf = (at: At, way: Way, shapes: readonly Shape[], refusal?: Refusal): readonly Row[] =>
  shapes.map((shape) => ({ at, shape, way, ...(refusal === undefined ? {} : { refusal }) }));

const badRequests = codes(
  ...(['4040', '4070', '4080', '4090', '4100', '4110', '4120', '4130', '4140', '4160'] as const),
  ...(['5010', '5030', '5040', '5070', '6010', '6110', '6120', '6130'] as const),
);
const refusedChange = status(400, 403, 404, 409, 415, 422);

export const answers: readonly Row[] = [
  ...rowsOf('create', 'told', [...badRequests, ...status(400, 404, 415, 422)], 'rejected'),
  ...rowsOf('create', 'told', codes('4050', '4060'), 'codeRefused'),
  ...rowsOf('create', 'told', [...codes('5020', '5050', '5060'), ...status(403)], 'productMissing'),
  ...rowsOf('create', 'told', codes('5080'), 'pushNotAllowed'),
  ...rowsOf('create', 'told', codes('7010'), 'cannotSendToNumber'),
  ...rowsOf('create', 'told', status(401), 'keysWrong'),
  ...rowsOf('create', 'later', wait),
  ...rowsOf('create', 'asks', [...codes('3010', '4020', '4150'), ...status(409, 500, 503), ...unclear]),
  ...rowsOf('read', 'asks', [
    ...codes('3010', '5090'),
    ...status(401, 403, 404, 500, 503),
    ...wait,
    ...unclear,
  ]),
  ...rowsOf('capture', 'same', [
    ...codes('3010', '6160', '6280'),
    ...status(401, 500, 503),
    ...wait,
    ...unclear,
  ]),
  ...rowsOf('capture', 'anew', codes('4010', '4040', '5090', '6070', '6080', '6090', '6100')),
  ...rowsOf('capture', 'anew', [...codes('6140', '6170', '6200', '6260'), ...refusedChange]),
  ...rowsOf('cancel', 'same', [
    ...codes('3010', '6160', '6250'),
    ...status(401, 500, 503),
    ...wait,
    ...unclear,
  ]),
  ...rowsOf('cancel', 'anew', [
    ...codes('4020', '5090', '6030', '6040', '6050', '6060', '6190'),
    ...refusedChange,
  ]),
  ...rowsOf('release', 'same', [
    ...codes('3010', '6160', '6250'),
    ...status(401, 500, 503),
    ...wait,
    ...unclear,
  ]),
  ...rowsOf('release', 'anew', [...codes('4020', '5090', '6030', '6040', '6050', '6190'), ...refusedChange]),
  ...rowsOf('refund', 'same', [...codes('3010', '6160'), ...status(401, 500, 503), ...wait, ...unclear]),
  ...rowsOf('refund', 'told', codes('4040', '4150', '5090', '5100', '6020', '6150', '6180', '6210', '6220')),
  ...rowsOf('refund', 'told', refusedChange),
];

/** Codes that nobody gives to this till, and why. */
export const neverAnswered: Readonly<Partial<Record<ErrorCode, string>>> = {
  '6230': 'of approvals, which are the customer’s',
  '10010': 'of approvals by force, in the test environment only',
  '10020': 'as 10010',
  '10030': 'as 10010',
  '10040': 'as 10010',
  '10050': 'as 10010',
  '10060': 'as 10010',
  '10070': 'as 10010',
};

/** As a row of the document names it. */
export function nameOf({ shape }: Row): string {
  if ('code' in shape) return shape.code;
  if ('foreign' in shape) return shape.name;
  return shape.retryAfterMs === undefined ? String(shape.status) : `${shape.status} with Retry-After`;
}

export function meaningOf({ shape }: Row): string {
  if ('code' in shape) return errorCodes[shape.code].title;
  return 'foreign' in shape ? 'not from the API' : 'no code';
}

/** What a code means that comes again and again. */
const whenOver: Readonly<Record<string, string>> = {
  'capture 6100': ' The third time it believes that the time is over, and gives the money back.',
  'release 6030': ' The third time it believes that the money has gone back by itself.',
};

/** In the document's words. Each sentence is what the tests of these rows ask for. */
export function doingOf({ at, way, refusal, shape }: Row): string {
  const same = 'Reads, then sends the same again under its key until it is done.';
  const over = 'code' in shape ? (whenOver[`${at} ${shape.code}`] ?? '') : '';
  const anew =
    'Reads. What is not done is tried anew with a new key, first after 30 s, then ever more slowly';
  switch (way) {
    case 'told':
      return at === 'refund'
        ? 'Reads and tells the refusal with its code. Nothing is sent again by itself; the next refund has a new key.'
        : `Tells \`refused.${refusal}\`. Nothing was asked; the next request has a new reference.`;
    case 'later':
      return 'Waits as long as told and sends the same again; put off three times it counts as refused.';
    case 'asks':
      return at === 'read'
        ? 'Says nothing about the money and asks again; after 20 s it says that it hears nothing.'
        : 'Says that it is checking and reads. Only what is not there is sent again, under the same key.';
    case 'same':
      return same;
    case 'anew':
      return at === 'capture'
        ? `${anew}; the cashier is told why and can give the money back.${over}`
        : `${anew}.${over}`;
  }
}

/** The till's own word for the call it is answered to; a release is a cancel too. */
export function callOf(at: At): Exclude<At, 'release'> {
  return at === 'release' ? 'cancel' : at;
}

/** The same as a failure of the training service; `null` for what does not come from there. */
export function faultOf({ at, shape }: Row, times: number): TrainingFault | null {
  if ('foreign' in shape) return null;
  const call = callOf(at);
  const endpoint = call === 'read' ? 'epayment.get' : (`epayment.${call}` as const);
  if ('code' in shape) return { endpoint, what: 'http4xx', code: shape.code, times };
  const { status, retryAfterMs } = shape;
  if (status === 429)
    return {
      endpoint,
      what: 'tooMany',
      times,
      ...(retryAfterMs === undefined ? {} : { afterMs: retryAfterMs }),
    };
  return { endpoint, what: status >= 500 ? 'http5xx' : 'http4xx', status, times };
}
