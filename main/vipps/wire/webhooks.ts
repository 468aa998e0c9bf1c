/** Answers of the Webhooks API v1 (OAS Webhooks v1; payments.md 6.1). */

import { z } from 'zod';

export const registeredSchema = z.object({ id: z.string().min(1), secret: z.string().min(1) });

export const registrationsSchema = z.object({
  webhooks: z.array(z.object({ id: z.string(), url: z.string(), events: z.array(z.string()).catch([]) })),
});
