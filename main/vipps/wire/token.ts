/** Answer of `POST /accesstoken/get` (OAS Access Token 2.0.0): all numbers are JSON strings. */

import { z } from 'zod';

const seconds = z.union([z.int().nonnegative(), z.string().regex(/^\d{1,9}$/)]).transform(Number);

export const accessTokenSchema = z.object({
  access_token: z.string().min(1),
  expires_in: seconds,
});
