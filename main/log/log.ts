/**
 * The till's log: one JSON object a line in `<dataFolder>/log/till.log`, a few older files beside it, and on stderr by
 * level. Every value passes `redact.ts`. A log that cannot be written never stops a sale.
 */

import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isoUtc } from '../../app/kernel/time.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Log, LogFacts } from '../../app/ports/Log.ts';
import { redactFact, redactText } from './redact.ts';

/** From quiet to talkative; a level includes those before it. */
export const logLevels = ['silent', 'error', 'warn', 'info'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface LogOptions {
  /** The log's own folder, made if it is missing. */
  readonly folder: string;
  readonly clock: Clock;
  /** What goes to stderr. The file always gets everything. */
  readonly stderrLevel: LogLevel;
  readonly writeStderr?: (line: string) => void;
  /** Size at which the file is put away. */
  readonly mostBytes?: number;
  /** How many files there are at most, the current one included. */
  readonly mostFiles?: number;
}

const usualMostBytes = 2_000_000;
const usualMostFiles = 5;

export function createLog(options: LogOptions): Log {
  const { folder, clock, stderrLevel } = options;
  const writeStderr = options.writeStderr ?? ((line: string) => process.stderr.write(line));
  const file = createRotatingFile(
    folder,
    options.mostBytes ?? usualMostBytes,
    options.mostFiles ?? usualMostFiles,
  );
  let lost = 0;

  function write(level: LogLevel, event: string, facts: LogFacts): void {
    const line = lineOf(isoUtc(clock.now()), level, event, lost > 0 ? { ...facts, lost } : facts);
    if (logLevels.indexOf(level) <= logLevels.indexOf(stderrLevel)) writeStderr(line);
    const trouble = file.append(line);
    if (trouble !== null && lost === 0) {
      writeStderr(lineOf(isoUtc(clock.now()), 'error', 'log.notWritten', { why: trouble }));
    }
    lost = trouble === null ? 0 : lost + 1;
  }

  return {
    info: (event, facts = {}) => write('info', event, facts),
    warn: (event, facts = {}) => write('warn', event, facts),
    error: (event, facts = {}) => write('error', event, facts),
  };
}

function lineOf(at: string, level: LogLevel, event: string, facts: LogFacts): string {
  // Written first, so that no fact of the same name can take their place below.
  const safe: Record<string, unknown> = { at, level, event: redactText(event) };
  for (const [name, value] of Object.entries(facts)) {
    if (value !== undefined && !(name in safe)) safe[redactText(name)] = redactFact(name, value);
  }
  return `${JSON.stringify(safe)}\n`;
}

interface RotatingFile {
  /** `null`, or the operating system's code of what went wrong. */
  append(line: string): string | null;
}

function createRotatingFile(folder: string, mostBytes: number, mostFiles: number): RotatingFile {
  const path = (age: number) => join(folder, age === 0 ? 'till.log' : `till.${age}.log`);
  let size: number | null = null;

  function rotate(): void {
    rmSync(path(mostFiles - 1), { force: true });
    for (let age = mostFiles - 2; age >= 0; age -= 1) {
      if (statSync(path(age), { throwIfNoEntry: false })) renameSync(path(age), path(age + 1));
    }
  }

  return {
    append(line) {
      try {
        if (size === null) {
          mkdirSync(folder, { recursive: true, mode: 0o700 });
          size = statSync(path(0), { throwIfNoEntry: false })?.size ?? 0;
        }
        const bytes = Buffer.byteLength(line);
        if (size > 0 && size + bytes > mostBytes) {
          rotate();
          size = 0;
        }
        appendFileSync(path(0), line, { mode: 0o600 });
        size += bytes;
        return null;
      } catch (error) {
        size = null;
        if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
        throw error;
      }
    },
  };
}
