/** What comes into the middle of a scan, and what seems to begin one: found by the fuzz, kept as single cases. */

import { expect, test } from 'vitest';
import { createAssembly } from './assembly.ts';
import { composeReports } from './compose.ts';

const token = 'https://qr.vipps.no/p/0f8c2c6e-6d1c-4b0a-9a3e-6c1f0b7d2a55.AbCdEf0123456789-_xyz';
const honeywell = { vendorId: 0x0c2e, described: [] };

/** What becomes of each report: the text of a scan, or why there is none. */
function fed(reports: readonly (Uint8Array | undefined)[]): readonly string[] {
  const assembly = createAssembly(honeywell);
  return reports.map((report, index) => {
    const outcome = assembly.feed(report ?? new Uint8Array(), 1000 + index * 8, false);
    return outcome.kind === 'scan' ? outcome.text : outcome.kind === 'more' ? 'more' : outcome.why;
  });
}

const scan = composeReports(token, ']Q1');
const [first, second] = scan;

test('rubbish in the middle takes the whole scan with it, even when it seems to end it', () => {
  const rubbish = second?.with(1, 0xff);
  expect(fed([first, rubbish, rubbish, second, ...scan])).toEqual([
    'more',
    'count',
    'count',
    'rest',
    'more',
    token,
  ]);
});

test('an answer to a command that goes on takes its rest with it; within a scan it disturbs nothing', () => {
  const [answer, ending] = composeReports(token, ']X0');
  expect(fed([answer, second, ...scan])).toEqual(['reply', 'rest', 'more', token]);
  expect(fed([answer, ending, ...scan])).toEqual(['reply', 'reply', 'more', token]);
  expect(fed([first, answer, second])).toEqual(['more', 'reply', token]);
});
