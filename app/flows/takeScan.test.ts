/** Printed commands do what their keys do and no more; a scanner that faces the customer only identifies. */

import { describe, expect, it } from 'vitest';
import { commandCodes } from '../domain/command.ts';
import { currentSale, parkedSales } from '../domain/tillState.ts';
import { err, ok } from '../kernel/result.ts';
import { paymentOn, personalQr, saleOn } from '../testing/shop.ts';
import { aRunningTill, askedToPay, thermos } from '../testing/stories.ts';

const { park, cancel, request } = commandCodes;
const obeyed = ok({ meaning: 'command' });

describe('a printed command', () => {
  it('asks for the payment, once, and cancels it', async () => {
    const { shop, till } = aRunningTill();
    await till.scan(personalQr);
    await till.scan(thermos);
    const asked = till.scan(request);
    await shop.clock.pass(1000);
    expect(await asked).toEqual(obeyed);
    expect(paymentOn(till).state).toBe('waiting');

    expect(await till.scan(request)).toMatchObject({ ok: false });
    expect(shop.wallet.requests.size).toBe(1);

    const cancelled = till.scan(cancel);
    await shop.clock.pass(3000);
    expect(await cancelled).toEqual(obeyed);
    expect(paymentOn(till).state).toBe('cancelled');
  });

  it('parks the sale', async () => {
    const { till } = aRunningTill();
    await till.scan(thermos);
    expect(await till.scan(park)).toEqual(obeyed);
    expect(currentSale(till.state())).toBeNull();
    expect(parkedSales(till.state())).toHaveLength(1);
  });

  it('is refused as its key would be, and says why', async () => {
    const { till } = aRunningTill();
    expect(await till.scan(request)).toMatchObject({ ok: false });
    expect(await till.scan(cancel)).toEqual(err({ kind: 'paymentMissing' }));
    expect(till.state().refusedScan?.fault.kind).toBe('paymentMissing');
    await till.scan(thermos);
    expect(await till.scan(request)).toEqual(err({ kind: 'customerMissing' }));
  });
});

describe('a scanner that faces the customer', () => {
  const guest = { goods: false, commands: false };

  it('identifies', async () => {
    const { till } = aRunningTill();
    expect(await till.scan(personalQr, guest)).toEqual(ok({ meaning: 'customer' }));
    expect(saleOn(till).customer).not.toBeNull();
  });

  it.each([thermos, park, cancel, request])('does nothing with %s, and the cashier is told', async (text) => {
    const { till } = await askedToPay();
    const before = saleOn(till);
    expect(await till.scan(text, guest)).toEqual(err({ kind: 'scanIsTheCashiers' }));
    expect(saleOn(till)).toBe(before);
    expect(till.state().refusedScan?.fault.kind).toBe('scanIsTheCashiers');
  });

  it('knows no article numbers', async () => {
    const { till } = aRunningTill();
    expect(await till.scan('1001', guest)).toEqual(err({ kind: 'codeUnknown' }));
    expect(await till.scan('1001')).toEqual(ok({ meaning: 'goods' }));
  });

  it('adds goods where the store allows it, and still no command', async () => {
    const { till } = aRunningTill();
    expect(await till.scan(thermos, { goods: true, commands: false })).toEqual(ok({ meaning: 'goods' }));
    expect(await till.scan(park, { goods: true, commands: false })).toEqual(
      err({ kind: 'scanIsTheCashiers' }),
    );
  });
});
