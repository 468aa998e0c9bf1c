/** Answers of the QR API (OAS QR 1.0; payments.md 5.2, 5.3). */

import { z } from 'zod';

/** The exchange answers digits (identity-and-loyalty.md 6). */
export const exchangedSchema = z.object({ msisdn: z.string().regex(/^\d{9,15}$/) });

export const merchantQrSchema = z.object({
  merchantQrId: z.string(),
  locationDescription: z.string().nullish(),
  qrImageUrl: z.string().nullish(),
  qrContent: z.string().nullish(),
});

export const merchantQrsSchema = z.array(merchantQrSchema);
