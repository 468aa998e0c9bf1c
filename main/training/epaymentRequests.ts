/** Request bodies of the ePayment API (payments.md 4.2, 4.8, 4.9; OAS ePayment 1.8.1). Unknown members are refused. */

import { z } from 'zod';
import { receiptSchema } from './receipt.ts';

const currencies = ['NOK', 'DKK', 'EUR', 'SEK', 'USD', 'GBP'] as const;

export const amountSchema = z.strictObject({
  value: z
    .int('The field Value must be an integer.')
    .min(0, 'The field Value must be between 0 and 65000000.')
    .max(65_000_000, 'The field Value must be between 0 and 65000000.'),
  currency: z.enum(currencies),
});

const httpsOrScheme = z
  .string()
  .regex(/^(?!http:)[a-zA-Z][a-zA-Z0-9+.-]*:\/\/.+/, 'The URL must use https or a custom scheme.');

export const referenceSchema = z
  .string('The Reference field is required.')
  .regex(
    /^[a-zA-Z0-9-]{8,64}$/,
    "The field Reference must match the regular expression '^[a-zA-Z0-9-]{8,64}$'.",
  );

export const customerSchema = z
  .strictObject({
    phoneNumber: z
      .string()
      .regex(/^\d{9,15}$/, "The field PhoneNumber must match the regular expression '^\\d{9,15}$'.")
      .optional(),
    personalQr: z.string().min(5).max(255).optional(),
    customerToken: z.string().min(1).optional(),
  })
  .refine(
    (customer) => Object.values(customer).filter((value) => value !== undefined).length === 1,
    'Exactly one of phoneNumber, personalQr and customerToken must be set.',
  );

export const createSchema = z.strictObject({
  amount: amountSchema,
  paymentMethod: z.strictObject({
    type: z.enum(['WALLET', 'CARD', 'CARD_PASSTHROUGH']),
    blockedSources: z.array(z.literal('COMMERCIAL_CARDS')).nullable().optional(),
  }),
  reference: referenceSchema,
  userFlow: z.enum(['PUSH_MESSAGE', 'NATIVE_REDIRECT', 'WEB_REDIRECT', 'QR']),
  customer: customerSchema.optional(),
  customerInteraction: z.enum(['CUSTOMER_PRESENT', 'CUSTOMER_NOT_PRESENT']).default('CUSTOMER_NOT_PRESENT'),
  returnUrl: z.string().max(2500).optional(),
  paymentDescription: z.string().min(3).max(100).optional(),
  receipt: receiptSchema.optional(),
  receiptUrl: httpsOrScheme.nullable().optional(),
  metadata: z.record(z.string(), z.string()).nullable().optional(),
  minimumUserAge: z.int().min(0).max(100).nullable().optional(),
  profile: z.strictObject({ scope: z.string().optional() }).optional(),
  expiresAt: z
    .string()
    .regex(
      /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-](2[0-3]|[01]\d):[0-5]\d)$/,
      'The field ExpiresAt must be an RFC 3339 time.',
    )
    .nullable()
    .optional(),
  qrFormat: z
    .strictObject({
      format: z.enum(['TEXT/TARGETURL', 'IMAGE/SVG+XML', 'IMAGE/PNG']),
      size: z.int().min(100).max(2000).nullable().optional(),
    })
    .nullable()
    .optional(),
  merchantLegalLinks: z
    .strictObject({ termsOfSaleUrl: httpsOrScheme, privacyPolicyUrl: httpsOrScheme })
    .optional(),
  // Airlines, Express and card providers: known members, nothing a till sends (payments.md 4.2).
  industryData: z.unknown().optional(),
  shipping: z.unknown().optional(),
  cardPassthrough: z.unknown().optional(),
});
export type CreateRequest = z.infer<typeof createSchema>;

export const modificationSchema = z.strictObject({ modificationAmount: amountSchema });

export const cancelSchema = z.strictObject({ cancelTransactionOnly: z.boolean().optional() }).optional();

export const forceApproveSchema = z.strictObject({
  customer: customerSchema.optional(),
  token: z.string().optional(),
});
