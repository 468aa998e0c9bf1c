/**
 * `npm run package`: the unpacked build of this platform, out of the Electron at hand (`ELECTRON_OVERRIDE_DIST_PATH`, else
 * the installed one) and without the network. Plain JavaScript, so that any Node runs it.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'electron-builder';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} line @returns {never} */
function fail(line) {
  process.stderr.write(`klubbkassa: ${line}\n`);
  process.exit(1);
}

const electron = process.env['ELECTRON_OVERRIDE_DIST_PATH'] || join(root, 'node_modules', 'electron', 'dist');
const version = join(electron, 'version');
if (!existsSync(version)) fail(`there is no Electron in ${electron}; set ELECTRON_OVERRIDE_DIST_PATH`);
const electronVersion = readFileSync(version, 'utf8').trim().replace(/^v/, '');

const built = spawnSync(process.execPath, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build'], {
  cwd: root,
  stdio: 'inherit',
});
if (built.status !== 0) fail('not built');

/** Before 35 Electron had no SQLite of its own; the stand-in then has to come along. */
const standIn = Number(electronVersion.split('.')[0]) < 35 ? ['@photostructure/sqlite'] : [];

const [packed] = await build({
  projectDir: root,
  publish: 'never',
  dir: true,
  config: {
    extends: './electron-builder.yml',
    electronDist: electron,
    electronVersion,
    files: standIn.map((name) => ({
      from: `node_modules/${name}`,
      to: `node_modules/${name}`,
      filter: [
        '**/*',
        '!{src,scripts}/**/*',
        '!**/*.md',
        '!**/*.map',
        '!prebuilds',
        `prebuilds/${process.platform}-${process.arch}/**/*`,
      ],
    })),
  },
});
process.stdout.write(`packed: ${packed ?? join(root, 'dist', 'package')}\n`);
