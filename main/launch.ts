/**
 * `npm start`: the desktop where this machine has Electron and a display, else the same till without windows. Looks only
 * at what is there already; nothing is ever downloaded.
 */

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findDesktop } from './findDesktop.ts';

/** This file is built to `dist/main/launch.js`. */
const root = fileURLToPath(new URL('../..', import.meta.url));

function run(command: string, args: readonly string[]): void {
  const child = spawn(command, args, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`klubbkassa: ${command} could not be started: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

const args = process.argv.slice(2);
const found = findDesktop({
  platform: process.platform,
  environment: process.env,
  electronPackage: join(root, 'node_modules', 'electron'),
  exists: existsSync,
  isRoot: process.getuid?.() === 0,
  given: args,
});
if (found.ok) {
  run(found.value, ['-r', join(root, 'dist', 'first', 'first.cjs'), root, ...args]);
} else {
  process.stderr.write(`klubbkassa: no desktop, since ${found.fault}; serving the till over HTTP instead\n`);
  run(process.execPath, [
    join(root, 'dist', 'main', 'headless.js'),
    'serve',
    ...args.filter((one) => one !== '--no-sandbox'),
  ]);
}
