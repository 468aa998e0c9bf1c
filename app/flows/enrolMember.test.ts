/** A customer is asked to join, beside the open basket. */

import { describe, expect, it } from 'vitest';
import type { Msisdn } from '../domain/msisdn.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { aShop, saleOn } from '../testing/shop.ts';
import { aRunningTill, woolShirt } from '../testing/stories.ts';
import { createTill } from '../till.ts';

describe('enrolment', () => {
  const consented = {
    sub: 'sub-1',
    msisdn: '4740000002' as Msisdn,
    name: 'Ola Nordmann',
    givenName: 'Ola',
    email: null,
    channels: { sms: true },
    consentedAt: 0 as never,
    consentText: 'v1',
  };

  it('asks beside the open basket and ends with member prices', async () => {
    const { shop, till } = aRunningTill();
    await till.setPhone('40000002');
    await till.scan(woolShirt);
    const started = await till.startEnrolment();
    expect(started).toMatchObject({ ok: true, value: { state: 'waiting' } });
    expect(saleOn(till).enrolment?.bindingMessage).toMatch(/^[A-Z0-9-]{5,8}$/);
    expect(await till.startEnrolment()).toEqual({ ok: false, fault: { kind: 'enrolmentRunning' } });
    shop.world.login = { kind: 'approved', consented };
    await shop.clock.pass(6000);
    expect(shop.enrolled).toEqual([consented]);
    expect(saleOn(till)).toMatchObject({
      memberPrices: true,
      enrolment: { state: 'joined', consented: null },
    });
  });

  it('whose sale was given up while the wallet was asked writes nothing down', async () => {
    const shop = aShop();
    let answer = (_exists: boolean): void => undefined;
    const userExists = () =>
      new Promise<Result<boolean, never>>((resolve) => {
        answer = (exists) => resolve(ok(exists));
      });
    const till = createTill({ ...shop.ports, login: { ...shop.ports.login, userExists } }, shop.config);
    till.start();
    await till.setPhone('40000002');
    const asked = till.startEnrolment();
    await till.discard();
    answer(false);
    expect(await asked).toEqual(err({ kind: 'customerMissing' }));
  });

  it('keeps what the customer consented to when the till is killed before the registry has it', async () => {
    const { shop, till } = aRunningTill();
    await till.setPhone('40000002');
    await till.startEnrolment();
    shop.world.login = { kind: 'approved', consented };
    shop.world.registryDown = true;
    await shop.clock.pass(6000);
    till.stop();
    shop.world.registryDown = false;
    const next = shop.open();
    next.start();
    await shop.clock.pass(1000);
    expect(shop.enrolled).toEqual([consented]);
    expect(saleOn(next).enrolment?.state).toBe('joined');
  });

  it.each([
    [{ kind: 'refused' }, 'refused'],
    [{ kind: 'expired' }, 'expired'],
  ] as const)('%j ends it and the sale goes on', async (login, state) => {
    const { shop, till } = aRunningTill();
    await till.setPhone('40000002');
    await till.startEnrolment();
    shop.world.login = login;
    await shop.clock.pass(6000);
    expect(saleOn(till).enrolment?.state).toBe(state);
    expect((await till.startEnrolment()).ok).toBe(true);
  });

  it('tells a customer without the wallet apart before any push', async () => {
    const { shop, till } = aRunningTill();
    await till.setPhone('40000002');
    shop.world.walletUser = false;
    expect(await till.startEnrolment()).toMatchObject({ ok: true, value: { state: 'notUser' } });
  });
});
