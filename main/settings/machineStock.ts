/** What an unattended machine holds and whether its manager lets it sell, in one small file beside the journal. */

import { join } from 'node:path';
import { z } from 'zod';
import type { JournalFault } from '../../app/kernel/fault.ts';
import { ok, type Result } from '../../app/kernel/result.ts';
import type { Log } from '../../app/ports/Log.ts';
import type { Stock } from '../../app/ports/Stock.ts';
import { readJsonFile, writeJsonFile } from './jsonFile.ts';

const slots = z
  .array(
    z.strictObject({
      sku: z.string().min(1),
      stock: z.int().min(0),
      minimumAge: z.int().min(0).max(100).nullable(),
      code: z.string().min(1).exactOptional(),
    }),
  )
  .readonly();

/** A list alone is from before the manager's switch was kept here. */
const machineSchema = z.union([
  slots.transform((list) => ({ slots: list, stopped: false })),
  z.strictObject({ slots, stopped: z.boolean() }).readonly(),
]);

/** A file that cannot be read is left as it is, and the machine has nothing to sell until it is told anew. */
export function openStock(folder: string, log: Log): Stock {
  const path = join(folder, 'machine.json');
  const found = readJsonFile(path);
  const parsed = machineSchema.safeParse(found.ok && found.value.kind === 'read' ? found.value.value : []);
  if (!found.ok || found.value.kind === 'broken' || !parsed.success) log.error('stock.unreadable', {});
  let machine: z.infer<typeof machineSchema> = parsed.success ? parsed.data : { slots: [], stopped: false };

  function keep(next: typeof machine): Result<void, JournalFault> {
    const written = writeJsonFile(path, next);
    if (!written.ok) return written;
    machine = next;
    return ok();
  }

  return {
    slots: () => machine.slots,
    replace: (slots) => keep({ ...machine, slots }),
    taken(sku) {
      const left = machine.slots.map((one) =>
        one.sku === sku ? { ...one, stock: Math.max(0, one.stock - 1) } : one,
      );
      // What has left the machine has left it, whether or not the disk could take it down.
      machine = { ...machine, slots: left };
      const written = keep(machine);
      if (!written.ok) log.warn('stock.notKept', { fault: written.fault.kind });
    },
    isStopped: () => machine.stopped,
    setStopped: (stopped) => keep({ ...machine, stopped }),
  };
}
