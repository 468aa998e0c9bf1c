/** The contract, readable by a machine: every call, who may make it, and what its input must look like. */

import { z } from 'zod';
import { audiences, mayDo } from '../../app/contract/audience.ts';
import { callAudience, callNames } from '../../app/contract/calls.ts';
import { callSchemas } from '../../app/contract/schemas.ts';

export function contractPage(): unknown {
  return {
    audiences,
    calls: callNames.map((name) => ({
      name,
      path: `/api/call/${name}`,
      // A manager may do all that a cashier may; the list says so outright.
      audiences: audiences.filter((audience) => mayDo(audience, callAudience[name])),
      input: z.toJSONSchema(callSchemas[name], { io: 'input' }),
    })),
    state: { now: '/api/state', stream: '/api/events', event: 'state' },
  };
}
