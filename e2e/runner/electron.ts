/** Where an Electron binary is, if there is one. Nothing is ever downloaded. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';

const binary: Readonly<Record<string, string>> = {
  linux: 'electron',
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
};

export function findElectron(): string | null {
  const name = binary[process.platform] ?? 'electron';
  const folders = [process.env['ELECTRON_OVERRIDE_DIST_PATH'], join('node_modules', 'electron', 'dist')];
  const found = folders.find((folder) => folder !== undefined && existsSync(join(folder, name)));
  return found === undefined ? null : join(found, name);
}
