import { afterEach, describe, expect, test } from 'vitest';
import type { ServiceAnswer } from './exchange.ts';
import { endpointNames, faultCommand, faultNames } from './faults.ts';
import { aCreate, aWorld, codeOf, type World } from './testing/anAccess.ts';

let world: World | null = null;
afterEach(() => world?.service.stop());

async function started(): Promise<World> {
  world = await aWorld();
  return world;
}

const payments = '/epayment/v1/payments';
const key = { 'idempotency-key': 'k' };

describe('failures by choice', () => {
  test('lost before the work: nothing was done; lost after: it was', async () => {
    const { call, service } = await started();
    service.addFault({ endpoint: 'epayment.create', what: 'dropBefore' });
    await expect(call('POST', payments, aCreate(), key)).rejects.toThrow('dropped');
    expect(service.ledger().payments).toHaveLength(0);
    service.addFault({ endpoint: 'epayment.create', what: 'dropAfter' });
    await expect(call('POST', payments, aCreate(), key)).rejects.toThrow('dropped');
    expect(service.ledger().payments).toHaveLength(1);
    // The repeat with the same key and body finds the payment.
    expect((await call('POST', payments, aCreate(), key)).status).toBe(201);
    expect(service.ledger().payments).toHaveLength(1);
  });

  test('slow: worked on late; held: worked on at once and answered late or never', async () => {
    const { call, clock, service } = await started();
    service.addFault({ endpoint: 'epayment.create', what: 'slow', afterMs: 20_000 });
    const slow = call('POST', payments, aCreate(), key);
    await clock.advance(19_999);
    expect(service.ledger().payments).toHaveLength(0);
    await clock.advance(1);
    expect((await slow).status).toBe(201);

    service.addFault({ endpoint: 'epayment.cancel', what: 'holdAnswer' });
    const held = call('POST', `${payments}/till1-sale-0001/cancel`, undefined, { 'idempotency-key': 'x' });
    await clock.advance(1);
    expect(service.ledger().payments[0]?.state).toBe('TERMINATED');
    const dropped = expect(held).rejects.toThrow('dropped');
    service.stop();
    await dropped;
  });

  test('a domain code, a server fault before and after, a gateway limit', async () => {
    const { call, service } = await started();
    service.addFault({ endpoint: 'epayment.create', what: 'http4xx', code: '6160' });
    const locked = await call('POST', payments, aCreate(), key);
    expect([locked.status, codeOf(locked)]).toEqual([423, '6160']);
    service.addFault({ endpoint: 'epayment.create', what: 'tooMany', afterMs: 7000 });
    expect(await call('POST', payments, aCreate(), key)).toMatchObject({
      status: 429,
      headers: { 'retry-after': '7' },
    });
    service.addFault({ endpoint: 'epayment.create', what: 'http5xx', status: 503 });
    expect((await call('POST', payments, aCreate(), key)).status).toBe(503);
    expect(service.ledger().payments).toHaveLength(0);
    service.addFault({ endpoint: 'epayment.create', what: 'http5xxAfter' });
    expect((await call('POST', payments, aCreate(), key)).status).toBe(500);
    expect(service.ledger().payments).toHaveLength(1);
  });

  test('half a body, unknown members, an unknown state, a dead token; used up after so many times', async () => {
    const { call, service } = await started();
    await call('POST', payments, aCreate(), key);
    const one = `${payments}/till1-sale-0001`;
    const get = () => service.handle({ method: 'GET', url: one, headers: {}, body: '' });
    service.addFault({ endpoint: 'epayment.get', what: 'unknownFields' });
    expect((await call('GET', one)).body).toMatchObject({
      state: 'CREATED',
      addedLater: {},
      amount: { addedLater: {} },
    });
    service.addFault({ endpoint: 'epayment.get', what: 'unknownState', times: 2 });
    expect((await call('GET', one)).body.state).toBe('IN_REVIEW');
    expect(service.faults()).toEqual([{ endpoint: 'epayment.get', what: 'unknownState', times: 1 }]);
    expect((await call('GET', one)).body.state).toBe('IN_REVIEW');
    expect(service.faults()).toEqual([]);
    service.addFault({ endpoint: 'epayment.get', what: 'wrongToken' });
    expect((await call('GET', one)).status).toBe(401);
    service.addFault({ endpoint: 'epayment.get', what: 'malformed' });
    const answer: ServiceAnswer = await get();
    expect(() => JSON.parse(answer === 'drop' ? '{}' : answer.body.toString())).toThrow(SyntaxError);
  });

  test('every pair of names is a command, and nothing else is', () => {
    for (const endpoint of endpointNames) {
      for (const what of faultNames) expect(faultCommand.safeParse({ endpoint, what }).success).toBe(true);
    }
    expect(faultCommand.safeParse({ clear: 'all' }).success).toBe(true);
    expect(faultCommand.safeParse({ endpoint: 'epayment.steal', what: 'slow' }).success).toBe(false);
    expect(faultCommand.safeParse({ endpoint: 'epayment.get', what: 'slow', until: 1 }).success).toBe(false);
  });
});
