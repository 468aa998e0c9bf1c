/** The stock of an unattended machine, in one small file beside the journal. */

import { join } from 'node:path';
import { z } from 'zod';
import type { Slot } from '../../app/domain/vending.ts';
import type { JournalFault } from '../../app/kernel/fault.ts';
import { ok, type Result } from '../../app/kernel/result.ts';
import type { Log } from '../../app/ports/Log.ts';
import type { Stock } from '../../app/ports/Stock.ts';
import { readJsonFile, writeJsonFile } from './jsonFile.ts';

const slotsSchema = z
  .array(
    z.strictObject({
      sku: z.string().min(1),
      stock: z.int().min(0),
      minimumAge: z.int().min(0).max(100).nullable(),
      code: z.string().min(1).exactOptional(),
    }),
  )
  .readonly();

/** A file that cannot be read is left as it is, and the machine has nothing to sell until it is told anew. */
export function openStock(folder: string, log: Log): Stock {
  const path = join(folder, 'machine.json');
  const found = readJsonFile(path);
  const parsed = slotsSchema.safeParse(found.ok && found.value.kind === 'read' ? found.value.value : []);
  if (!found.ok || found.value.kind === 'broken' || !parsed.success) log.error('stock.unreadable', {});
  let slots: readonly Slot[] = parsed.success ? parsed.data : [];

  function keep(next: readonly Slot[]): Result<void, JournalFault> {
    const written = writeJsonFile(path, next);
    if (!written.ok) return written;
    slots = next;
    return ok();
  }

  return {
    slots: () => slots,
    replace: keep,
    taken(sku) {
      const next = slots.map((one) =>
        one.sku === sku ? { ...one, stock: Math.max(0, one.stock - 1) } : one,
      );
      // What has left the machine has left it, whether or not the disk could take it down.
      slots = next;
      const written = keep(next);
      if (!written.ok) log.warn('stock.notKept', { fault: written.fault.kind });
    },
  };
}
