/** A new name is only safe from a power cut once its folder is on disk too; Windows does that by itself. */

import { closeSync, fsyncSync, openSync } from 'node:fs';

export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
