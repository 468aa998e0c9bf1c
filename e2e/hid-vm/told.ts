/** What the program in the machine says of a scenario. */

import { z } from 'zod';

export const toldSchema = z.object({
  name: z.string(),
  /** Why it failed; `null`: it did not. */
  why: z.string().nullable(),
  figures: z.record(z.string(), z.number()),
});

export type Told = Readonly<z.infer<typeof toldSchema>>;
