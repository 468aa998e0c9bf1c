/** What an unattended machine holds and whether its manager lets it sell, in one small file beside the journal. */

import { join } from 'node:path';
import { z } from 'zod';
import type { JournalFault } from '../../app/kernel/fault.ts';
import { ok, type Result } from '../../app/kernel/result.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Log } from '../../app/ports/Log.ts';
import type { Stock } from '../../app/ports/Stock.ts';
import { readJsonFile, setAside, writeJsonFile } from './jsonFile.ts';

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

/** A list alone is from before the manager's switch was kept here, and none counted from before the items were. */
const machineSchema = z.union([
  slots.transform((list) => ({ slots: list, stopped: false, counted: [] as string[] })),
  z.strictObject({ slots, stopped: z.boolean(), counted: z.array(z.string()).default([]) }),
]);

type Machine = Readonly<z.infer<typeof machineSchema>>;

/** Items that may still be told of: more than one turn leaves open. */
const mostCounted = 20;

/**
 * A file that cannot be read is kept aside, and the machine is stopped with nothing to sell until its manager has looked:
 * somebody may have stopped it with their hands inside.
 */
export function openStock(
  folder: string,
  { log, clock }: { readonly log: Log; readonly clock: Clock },
): Stock {
  const path = join(folder, 'machine.json');
  const found = readMachine(path);
  if (found === 'unreadable') log.error('stock.unreadable', {});
  let isUnreadable = found === 'unreadable';
  let machine: Machine = found === 'unreadable' ? { slots: [], stopped: true, counted: [] } : found;

  function keep(next: Machine): Result<void, JournalFault> {
    if (isUnreadable) {
      const aside = setAside(path, clock.now());
      if (!aside.ok) return aside;
      isUnreadable = false;
    }
    const written = writeJsonFile(path, next);
    if (!written.ok) return written;
    machine = next;
    return ok();
  }

  return {
    slots: () => machine.slots,
    replace: (slots) => keep({ ...machine, slots }),
    taken(sku, item) {
      if (machine.counted.includes(item)) return;
      const slots = machine.slots.map((one) =>
        one.sku === sku ? { ...one, stock: Math.max(0, one.stock - 1) } : one,
      );
      // What has left the machine has left it, whether or not the disk could take it down.
      machine = { ...machine, slots, counted: [...machine.counted, item].slice(-mostCounted) };
      const written = keep(machine);
      if (!written.ok) log.warn('stock.notKept', { fault: written.fault.kind });
    },
    isStopped: () => machine.stopped,
    setStopped: (stopped) => keep({ ...machine, stopped }),
  };
}

function readMachine(path: string): Machine | 'unreadable' {
  const found = readJsonFile(path);
  if (!found.ok || found.value.kind === 'broken') return 'unreadable';
  const parsed = machineSchema.safeParse(found.value.kind === 'missing' ? [] : found.value.value);
  return parsed.success ? parsed.data : 'unreadable';
}
