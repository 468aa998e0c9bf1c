/**
 * Domain codes of the ePayment API (payments.md 4.11). The statuses of 5070, 6030, 6080 and 6100 are published; the
 * others are the assumptions of the reference's machine-readable table, unconfirmed by any public document.
 */

export interface ErrorCodeRow {
  readonly status: number;
  readonly title: string;
}

export const errorCodes = {
  '3010': { status: 500, title: 'Internal error' },
  '4010': { status: 409, title: 'Capture idempotency conflict' },
  '4020': { status: 409, title: 'Idempotency error' },
  '4040': { status: 400, title: 'Invalid amount' },
  '4050': { status: 400, title: 'Invalid CustomerToken' },
  '4060': { status: 400, title: 'Invalid PersonalQr' },
  '4070': { status: 400, title: 'Invalid phone number' },
  '4080': { status: 400, title: 'Invalid scope' },
  '4090': { status: 400, title: 'Invalid URL' },
  '4100': { status: 400, title: 'Metadata capacity exceeded' },
  '4110': { status: 400, title: 'Metadata duplicate keys not allowed' },
  '4120': { status: 400, title: 'Metadata key length exceeded' },
  '4130': { status: 400, title: 'Metadata value length exceeded' },
  '4140': { status: 400, title: 'Missing required parameter' },
  '4150': { status: 409, title: 'Reference exists, or refund idempotency conflict' },
  '4160': { status: 400, title: 'Invalid payment method type' },
  '5010': { status: 400, title: 'Blocking sources not applicable' },
  '5020': { status: 403, title: 'Express payment not allowed' },
  '5030': { status: 400, title: 'Illegal scope' },
  '5040': { status: 400, title: 'Invalid currency for merchant' },
  '5050': { status: 403, title: 'Long-living payment not allowed' },
  '5060': { status: 403, title: 'Merchant bank account not verified' },
  '5070': { status: 422, title: 'Payment cannot be created' },
  '5080': { status: 403, title: 'PUSH_MESSAGE not allowed' },
  '5090': { status: 404, title: 'Reference not found' },
  '5100': { status: 400, title: 'Refund not possible' },
  '6010': { status: 400, title: 'Amount too small' },
  '6020': { status: 400, title: 'Attempted refund before reservation' },
  '6030': { status: 400, title: 'Cancel period expired' },
  '6040': { status: 400, title: 'Cannot cancel a captured payment' },
  '6050': { status: 400, title: 'Cannot cancel a non-reserved payment' },
  '6060': { status: 400, title: 'Cannot cancel authorized payment' },
  '6070': { status: 400, title: 'Cannot capture a cancelled payment' },
  '6080': { status: 400, title: 'Cannot capture before reservation' },
  '6090': { status: 400, title: 'Capture amount too high' },
  '6100': { status: 400, title: 'Capture period expired' },
  '6110': { status: 400, title: 'Expiration date is too late' },
  '6120': { status: 400, title: 'Expiration date is too soon' },
  '6130': { status: 400, title: 'Long living payments require a receipt' },
  '6140': { status: 400, title: 'Must capture full amount' },
  '6150': { status: 400, title: 'Not enough refundable' },
  '6160': { status: 423, title: 'Order processing' },
  '6170': { status: 400, title: 'Payment already captured' },
  '6180': { status: 400, title: 'Payment already refunded' },
  '6190': { status: 400, title: 'Payment cannot be cancelled' },
  '6200': { status: 400, title: 'Payment cannot be captured' },
  '6210': { status: 400, title: 'Payment cannot be refunded' },
  '6220': { status: 400, title: 'Refund period expired' },
  '6230': { status: 400, title: 'Payment is already reserved' },
  '6250': { status: 409, title: 'Cannot cancel processing payment' },
  '6260': { status: 400, title: 'Funds unavailable' },
  '6280': { status: 400, title: 'Capture failed, please try again later' },
  '7010': { status: 400, title: 'Customer not found' },
  '10010': { status: 400, title: 'Approve failed' },
  '10020': { status: 400, title: 'Approve not allowed' },
  '10030': { status: 400, title: 'Identification required' },
  '10040': { status: 400, title: 'Invalid payment source' },
  '10050': { status: 400, title: 'No cards' },
  '10060': { status: 400, title: 'Operation not supported' },
  '10070': { status: 400, title: 'Payment limit exceeded' },
} as const satisfies Record<string, ErrorCodeRow>;

export type ErrorCode = keyof typeof errorCodes;
