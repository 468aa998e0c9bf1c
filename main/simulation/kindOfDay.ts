/** What is particular to one kind of till: who acts at it, and what its books are asked at the end. */

import type { TillConfig } from '../../app/domain/tillState.ts';
import type { Slot } from '../../app/domain/vending.ts';
import type { Ledger } from '../training/index.ts';
import type { Counts } from './coverage.ts';
import type { JournalRow } from './journalRows.ts';
import type { Mood } from './mood.ts';
import type { Entry } from './story.ts';
import type { World } from './world.ts';

/** What lies on the table when the day is over. */
export interface Papers {
  readonly ledger: Ledger;
  /** With the times at which the service's clock stood when they were written. */
  readonly journal: readonly JournalRow[];
  /** What the till still has to do, in words. */
  readonly unsettled: readonly string[];
}

/** A day under way. */
export interface Day {
  /** One deed of whoever is there. A thrown error is a defect and is told to `broken`. */
  act(broken: (error: unknown) => void): void;
  /** After the night: whether all is ready for another day. Says what is not, in words. */
  tomorrow(): Promise<readonly string[]>;
  /** Every rule that was broken, in words. */
  audit(papers: Papers): readonly string[];
}

export interface KindOfDay {
  readonly config: TillConfig;
  readonly deeds: number;
  readonly slots: readonly Slot[];
  /** The day's mood, where not every mood makes sense. */
  moodOf(seed: number): Mood;
  begin(world: World, tell: (what: string, where: Entry['where']) => void): Day;
  /** Every row that a large batch must have reached, group by group. */
  readonly demanded: Readonly<Record<string, readonly string[]>>;
  /** From so many seeds on, everything must have been reached. */
  readonly enoughSeeds: number;
}

export function missing(kind: Pick<KindOfDay, 'demanded'>, counts: Counts): readonly string[] {
  return Object.values(kind.demanded)
    .flat()
    .filter((name) => (counts.get(name) ?? 0) === 0);
}
