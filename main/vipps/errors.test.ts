import { describe, expect, test } from 'vitest';
import { outcomeUnknown } from '../../app/kernel/fault.ts';
import { instant } from '../../app/kernel/time.ts';
import { type Answer, complaintsText, faultOf, networkFault, serviceFacts } from './errors.ts';

const now = instant(Date.parse('2026-11-23T06:40:54Z'));
const json = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => ({
  status,
  headers,
  body,
  readable: true,
});
const html = (status: number): Answer => ({ status, headers: {}, body: undefined, readable: false });
const coded = (status: number, code: string) =>
  json(status, { title: 'T', status, extraDetails: [{ name: 'ErrorCode', reason: code }] });

describe('what an error body tells', () => {
  test('a domain error of ePayment: code, title, trace id', () => {
    const answer = json(400, {
      type: 'https://httpstatuses.io/400',
      title: 'Cannot capture before reservation',
      detail: 'The amount you tried to capture is not reserved.',
      instance: '/v1/payments/577531734343670112/capture',
      status: 400,
      extraDetails: [{ name: 'ErrorCode', reason: '6080' }],
      traceId: '00-813b63975adcaaeef2b0ec7c103c40e3-706492e906541d31-01',
    });
    expect(serviceFacts('epayment', answer)).toEqual({
      api: 'epayment',
      status: 400,
      code: '6080',
      title: 'Cannot capture before reservation',
      traceId: '00-813b63975adcaaeef2b0ec7c103c40e3-706492e906541d31-01',
    });
  });

  test('a validation error names the member and has no code', () => {
    const answer = json(400, {
      title: 'Bad Request',
      status: 400,
      extraDetails: [{ name: 'customer.phoneNumber', reason: '4712345678 does not match' }],
    });
    expect(serviceFacts('epayment', answer)).toEqual({ api: 'epayment', status: 400, title: 'Bad Request' });
    expect(complaintsText(answer)).toBe('customer.phoneNumber: ••• does not match');
  });

  test('the older shape carries its trace id in instance and complaints in invalidParams', () => {
    const answer = json(400, {
      type: 'https://datatracker.ietf.org/doc/html/rfc7231#section-6.5.1',
      title: 'One or more validation errors occurred.',
      instance: '00-616e415f5af7584eb4d9369d0fe8d7cc-48b90041faff204c-00',
      invalidParams: [{ name: 'phoneNumber', reason: 'must match' }],
    });
    expect(serviceFacts('checkIn', answer)).toEqual({
      api: 'checkIn',
      status: 400,
      title: 'One or more validation errors occurred.',
      traceId: '00-616e415f5af7584eb4d9369d0fe8d7cc-48b90041faff204c-00',
    });
    expect(complaintsText(answer)).toBe('phoneNumber: must match');
  });

  test('an OAuth error, with error_code before error', () => {
    const answer = json(400, {
      error: 'invalid_request',
      error_code: 'OLD_APP',
      error_description: 'Update',
    });
    expect(serviceFacts('login', answer)).toEqual({
      api: 'login',
      status: 400,
      code: 'old_app',
      title: 'Update',
    });
  });

  test('the gateway and a status printed as text', () => {
    const gateway = json(401, { statusCode: 401, message: 'Access denied due to invalid subscription key.' });
    expect(serviceFacts('qr', gateway)).toEqual({
      api: 'qr',
      status: 401,
      title: 'Access denied due to invalid subscription key.',
    });
    expect(serviceFacts('userinfo', json(400, { title: 'No', status: '400' }))).toEqual({
      api: 'userinfo',
      status: 400,
      title: 'No',
    });
  });

  test.each([
    ['nothing', json(500, undefined)],
    ['a number', json(500, 7)],
    ['HTML', html(500)],
  ])('a body that is %s spoils nothing', (_what, answer) => {
    expect(serviceFacts('epayment', answer)).toEqual({ api: 'epayment', status: 500 });
  });

  test('a member of a wrong type does not hide the others', () => {
    const answer = json(400, {
      title: 7,
      traceId: 'abc',
      extraDetails: [{ name: 'ErrorCode', reason: '5080' }],
    });
    expect(serviceFacts('epayment', answer)).toEqual({
      api: 'epayment',
      status: 400,
      code: '5080',
      traceId: 'abc',
    });
  });
});

describe('which fault an answer is', () => {
  test.each([
    [json(400, {}), 'rejected'],
    [json(401, {}), 'unauthorised'],
    [json(403, {}), 'forbidden'],
    [json(404, { title: 'Not Found', status: 404 }), 'notFound'],
    [json(404, undefined), 'notFound'],
    [json(404, { statusCode: 404, message: 'Resource not found' }), 'badAnswer'],
    [html(404), 'badAnswer'],
    [html(407), 'noConnection'],
    [json(408, {}), 'noAnswer'],
    [json(409, {}), 'conflict'],
    [json(415, {}), 'rejected'],
    [json(422, {}), 'rejected'],
    [json(423, {}), 'busyThere'],
    [json(500, {}), 'serviceDown'],
    [html(502), 'serviceDown'],
    [html(302), 'badAnswer'],
    [coded(400, '6160'), 'busyThere'],
    [coded(400, '6250'), 'busyThere'],
    [coded(500, '6280'), 'busyThere'],
    [coded(400, '3010'), 'serviceDown'],
    [coded(400, '4150'), 'conflict'],
    [coded(400, '4020'), 'conflict'],
    [coded(400, '4010'), 'conflict'],
    [coded(400, '5090'), 'notFound'],
    [coded(400, '6080'), 'rejected'],
  ])('%o is %s', (answer, kind) => {
    expect(faultOf('epayment', answer, now).kind).toBe(kind);
  });

  test.each([
    [{ 'retry-after': '30' }, 30_000],
    [{ 'retry-after': 'Mon, 23 Nov 2026 06:41:24 GMT' }, 30_000],
    [{ 'retry-after': 'Mon, 23 Nov 2026 06:00:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, null],
    [{}, null],
  ])('429 with %o waits %s ms', (headers, retryAfterMs) => {
    const answer = json(429, undefined, headers as Record<string, string>);
    expect(faultOf('login', answer, now)).toEqual({
      kind: 'tooManyRequests',
      service: { api: 'login', status: 429 },
      retryAfterMs,
    });
  });
});

describe('which fault no answer is', () => {
  const thrown = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more });

  test.each(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH', 'CERT_HAS_EXPIRED'])(
    '%s: no byte left',
    (code) => {
      expect(networkFault('qr', thrown(code))).toEqual({
        kind: 'noConnection',
        service: { api: 'qr', code },
      });
    },
  );

  test.each(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ETIMEDOUT', 'ERR_CANCELED', 'ERR_BAD_RESPONSE'])(
    '%s: nobody knows what became of it',
    (code) => {
      const fault = networkFault('epayment', thrown(code));
      expect(fault).toEqual({ kind: 'noAnswer', service: { api: 'epayment', code } });
      expect(outcomeUnknown(fault)).toBe(true);
    },
  );

  test('a time-out of connecting is told from one of answering', () => {
    expect(networkFault('qr', thrown('ETIMEDOUT', { syscall: 'connect' })).kind).toBe('noConnection');
    expect(networkFault('qr', thrown('ETIMEDOUT', { syscall: 'read' })).kind).toBe('noAnswer');
  });

  test('all addresses of a name refused', () => {
    const several = Object.assign(new AggregateError([thrown('ECONNREFUSED', { syscall: 'connect' })]), {
      code: 'ERR_NETWORK',
    });
    expect(networkFault('qr', Object.assign(new Error('x'), { cause: several })).kind).toBe('noConnection');
  });

  test('something that is no error at all', () => {
    expect(networkFault('qr', 'oops')).toEqual({ kind: 'noAnswer', service: { api: 'qr' } });
  });
});
