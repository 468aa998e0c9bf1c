/** What a store's own registry says over HTTP, as zod schemas. Fields the till does not know are passed over. */

import { z } from 'zod';
import type { Member, MemberId } from '../../app/domain/member.ts';
import { readInstant } from '../../app/kernel/time.ts';

export const memberOnWire = z
  .object({
    id: z.string().min(1),
    name: z.string().nullish(),
    /** RFC 3339. */
    since: z.string().transform((text, context) => {
      const at = readInstant(text);
      if (at !== null) return at;
      context.addIssue({ code: 'custom', message: 'no time' });
      return z.NEVER;
    }),
    number: z.string().nullish(),
    points: z.number().nullish(),
  })
  .transform(
    (member): Member => ({
      id: member.id as MemberId,
      name: member.name ?? null,
      since: member.since,
      number: member.number ?? null,
      points: member.points ?? null,
    }),
  );

export const foundOnWire = z.object({ member: memberOnWire.nullable() });
export const enrolledOnWire = z.object({ member: memberOnWire });

/** RFC 9457, of which only these two go on to support. */
export const problemOnWire = z.object({ title: z.string().optional(), code: z.string().optional() });
