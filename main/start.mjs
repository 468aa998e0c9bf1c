/**
 * `npm start` in plain JavaScript, since nothing is built yet when it runs: builds what is missing or older than its
 * sources, then starts the till. With `--prepare`, as after an installation, it only builds and never fails.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const launch = join(root, 'dist', 'main', 'launch.js');
const sources = ['app', 'main', 'hardware', 'renderer', 'vite.config.ts', 'package-lock.json'];

/** Newest change below this path, in milliseconds. @param {string} path @returns {number} */
function changed(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  const below = readdirSync(path).map((name) => changed(join(path, name)));
  return Math.max(mtimeMs, ...below);
}

function isBuilt() {
  // A packaged till has no sources beside it.
  const here = sources.map((name) => join(root, name)).filter((path) => existsSync(path));
  return existsSync(launch) && Math.max(...here.map(changed)) < statSync(launch).mtimeMs;
}

/** @returns {boolean} */
function build() {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build'], { cwd: root, stdio: ['ignore', 2, 2] });
  return status === 0;
}

const preparing = process.argv.includes('--prepare');
const ready = isBuilt() || build();
if (preparing) {
  if (!ready) process.stderr.write('klubbkassa: not built yet; npm start will try again\n');
} else if (ready) {
  await import('../dist/main/launch.js');
} else {
  process.exitCode = 1;
}
