/**
 * What the recovery drill writes down in the moment before it kills the till: enough for the next process to tell whether
 * the sale came back whole, and nothing about the customer.
 */

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { drillChecks, drillSteps } from '../../app/contract/drill.ts';
import type { JournalFault } from '../../app/kernel/fault.ts';
import type { Result } from '../../app/kernel/result.ts';
import { readJsonFile, writeJsonFile } from './jsonFile.ts';

const drillMark = z.strictObject({
  step: z.enum(drillSteps),
  saleId: z.string(),
  lines: z.array(z.strictObject({ sku: z.string(), quantity: z.int() })),
  /** Minor units. */
  total: z.int(),
  /** Of the newest payment; `null` where none was asked for yet. */
  reference: z.string().nullable(),
  /** ISO 8601 UTC. */
  at: z.string(),
  /** What the next process has found out so far; a start after that only tells it again. */
  checks: z.array(z.strictObject({ what: z.enum(drillChecks), ok: z.boolean() })),
});

export type DrillMark = Readonly<z.infer<typeof drillMark>>;

/** On disk when it answers ok. */
export function writeDrillMark(folder: string, mark: DrillMark): Result<void, JournalFault> {
  return writeJsonFile(pathIn(folder), mark);
}

/** `null` where no drill was under way, or nothing of it can be read: then there is nothing to compare with. */
export function readDrillMark(folder: string): DrillMark | null {
  const file = readJsonFile(pathIn(folder));
  if (!file.ok || file.value.kind !== 'read') return null;
  const parsed = drillMark.safeParse(file.value.value);
  return parsed.success ? parsed.data : null;
}

export function removeDrillMark(folder: string): void {
  rmSync(pathIn(folder), { force: true });
}

function pathIn(folder: string): string {
  return join(folder, 'drill.json');
}
