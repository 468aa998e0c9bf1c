/** Starts this program once more, on its own legs: it outlives whoever started it, and nobody reads what it prints. */

import { spawn } from 'node:child_process';

/** The new process's id; `null` where it could not be started. Folder and environment are this process's own. */
export function startAnew(command: string, args: readonly string[]): number | null {
  const child = spawn(command, args, { detached: true, stdio: 'ignore' });
  // Whether it started is known by its id; the event would only say so again.
  child.on('error', () => undefined);
  child.unref();
  return child.pid ?? null;
}
