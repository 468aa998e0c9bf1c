/** What a customer shows becomes a number: the port `CustomerCodes` on the QR API's exchange (payments.md 5.2). */

import type { Msisdn } from '../../app/domain/msisdn.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import type { CustomerCodes, ExchangeFault } from '../../app/ports/CustomerCodes.ts';
import { deadlines, type Platform, readAs } from './call.ts';
import { exchangedSchema } from './wire/qr.ts';

const api = 'qr';

export function createCustomerCodes(deps: { readonly platform: Platform }): CustomerCodes {
  async function ask(name: string, path: string, body: unknown): Promise<Result<Msisdn, ExchangeFault>> {
    const answered = await deps.platform.call({
      api,
      name,
      method: 'POST',
      path,
      body,
      // A POST that changes nothing.
      nature: 'read',
      deadlineMs: deadlines.exchange,
    });
    const exchanged = readAs(exchangedSchema, api, answered);
    if (exchanged.ok) return ok(exchanged.value.msisdn as Msisdn);
    const { fault } = exchanged;
    // 400 is all that is documented for a foreign or outdated code.
    if (fault.kind === 'rejected' && fault.service.status === 400) {
      return err({ kind: 'codeRefused', service: fault.service });
    }
    return err(fault);
  }

  return {
    exchange: (text) => ask('exchange', '/qr/v1/exchange', { qrCode: text, requestedData: ['MSISDN'] }),
    exchangeToken: (customerToken) =>
      ask('exchangeToken', '/qr/v1/exchange/customer', {
        customer: { customerToken },
        requestedData: ['MSISDN'],
      }),
  };
}
