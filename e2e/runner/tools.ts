/** Runs one tool with its output passed through, and counts what it tested. */

import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export interface Tally {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const bin = (name: string) => join('node_modules', '.bin', name);
const reports = join('test-results', 'reports');

/** A tool that either passes or fails counts as one test. */
export async function runTool(name: string, tool: string, args: readonly string[]): Promise<Tally> {
  const code = await run(bin(tool), args, {});
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

export async function runVitest(): Promise<Tally> {
  const file = freshReport('vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await run(bin('vitest'), args, {});
  const report = readReport(file);
  const passed = count(report, 'numPassedTests');
  const failed = count(report, 'numFailedTests');
  const skipped = count(report, 'numPendingTests') + count(report, 'numTodoTests');
  return settled({ name: 'vitest', passed, failed, skipped }, code);
}

export async function runPlaywright(project: 'chromium' | 'electron' | 'package'): Promise<Tally> {
  const file = freshReport(`${project}.json`);
  const args = ['test', `--project=${project}`, '--reporter=list,json'];
  const code = await run(bin('playwright'), args, { PLAYWRIGHT_JSON_OUTPUT_NAME: file });
  const stats = readReport(file)['stats'];
  const tally = {
    name: project,
    passed: count(stats, 'expected') + count(stats, 'flaky'),
    failed: count(stats, 'unexpected'),
    skipped: count(stats, 'skipped'),
  };
  return settled(tally, code);
}

/** A runner that ends badly without naming a failed test has failed once all the same. */
function settled(tally: Tally, code: number): Tally {
  const none = tally.passed + tally.failed === 0;
  return (code !== 0 || none) && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

function freshReport(name: string): string {
  mkdirSync(reports, { recursive: true });
  const file = join(reports, name);
  rmSync(file, { force: true });
  return file;
}

function readReport(file: string): Record<string, unknown> {
  try {
    const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isRecord(report) ? report : {};
  } catch (fault) {
    console.error(`No report in ${file}: ${fault instanceof Error ? fault.message : String(fault)}`);
    return {};
  }
}

function count(report: unknown, key: string): number {
  const value = isRecord(report) ? report[key] : 0;
  return typeof value === 'number' ? value : 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function run(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', (fault) => {
      console.error(`${command}: ${fault.message}`);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}
