/**
 * A small machine with a kernel of its own, in software alone. Its time goes on with the instructions it has carried out
 * and not with the host's: however busy the host, to the till inside every second is a second, and an idle one costs nothing.
 */

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { makeImage } from './image.ts';
import { findKernel, type Kernel } from './kernel.ts';
import { type Told, toldSchema } from './told.ts';

export interface Played {
  readonly told: readonly Told[];
  /** What the machine said beside that: the kernel's words, and Node's when it could not begin. */
  readonly console: string;
}

const programs = ['qemu-system-x86_64', 'cpio', 'busybox', 'ldd', 'dpkg-deb', 'timeout'];

/** The kernel for it, or why there can be no such machine here. */
export async function prepareMachine(): Promise<Result<Kernel, string>> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return err('it is made for Linux on x86-64');
  const missing = programs.filter((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0);
  if (missing.length > 0) return err(`missing: ${missing.join(', ')}`);
  try {
    return ok(await findKernel());
  } catch (error) {
    return err(`no kernel: ${String(error)}`);
  }
}

/** Boots, plays and comes back; a machine that has not ended by then is ended. */
export async function playInMachine(kernel: Kernel, mostMs: number, only = ''): Promise<Played> {
  const folder = mkdtempSync(join(tmpdir(), 'klubbkassa-hid-vm-'));
  try {
    const consoleFile = join(folder, 'console');
    const out = await run(
      [
        ...['-accel', 'tcg', '-cpu', 'max', '-icount', 'shift=2,sleep=off', '-m', '1024'],
        ...['-display', 'none', '-monitor', 'none', '-nic', 'none', '-no-reboot'],
        ...['-serial', `file:${consoleFile}`, '-serial', 'stdio'],
        ...['-kernel', kernel.image, '-initrd', makeImage(folder, kernel, only)],
        ...['-append', 'console=ttyS0 quiet panic=-1'],
      ],
      mostMs,
    );
    const lines = out.split('\n').filter((line) => line.startsWith('{') && line.trimEnd().endsWith('}'));
    const told = lines.map((line) => toldSchema.parse(JSON.parse(line)));
    return { told, console: existsSync(consoleFile) ? readFileSync(consoleFile, 'utf8') : '' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What it wrote to the second serial line. */
function run(args: readonly string[], mostMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    // Ends in time although whoever began it may be gone by then.
    const limited = [String(mostMs / 1000), 'qemu-system-x86_64', ...args];
    const child = spawn('timeout', limited, { stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.on('error', reject);
    child.on('close', () => resolve(out));
  });
}
