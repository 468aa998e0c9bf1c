/** What a run of kills must come to: nothing found, and every instant hit. */

import { expect } from '@playwright/test';
import { neverHit } from './report.ts';
import type { RunResult } from './run.ts';

export function expectClean(run: RunResult): void {
  expect(
    run.findings.map(({ what }) => what),
    run.findings[0]?.story.join('\n'),
  ).toEqual([]);
  expect(neverHit(run)).toEqual([]);
}
