/** The kinds of till whose days are lived, by the name that `--kind` takes. */

import { cashierDay } from './cashierDay.ts';
import type { KindOfDay } from './kindOfDay.ts';
import { machineDay } from './machineDay.ts';

export const kinds = { till: cashierDay, machine: machineDay } as const satisfies Record<string, KindOfDay>;
export type KindName = keyof typeof kinds;
