/** A stock Debian kernel with the three modules that make HID devices, fetched once by apt and kept in the user's cache. */

import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

/** In the order in which they are loaded. */
export const modules = ['hid', 'hid-generic', 'uhid'] as const;

export interface Kernel {
  readonly image: string;
  readonly modules: readonly string[];
}

const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'klubbkassa', 'kernels');

/** Rejects where there is neither a kept kernel nor one to be had. */
export async function findKernel(): Promise<Kernel> {
  mkdirSync(cache, { recursive: true });
  const kept = readdirSync(cache).find((name) => isWhole(join(cache, name)));
  return at(join(cache, kept ?? (await fetchKernel())));
}

function at(folder: string): Kernel {
  return { image: join(folder, 'vmlinuz'), modules: modules.map((name) => join(folder, `${name}.ko`)) };
}

function isWhole(folder: string): boolean {
  const { image, modules: files } = at(folder);
  return [image, ...files].every((file) => existsSync(file));
}

/** Its folder appears whole or not at all. */
async function fetchKernel(): Promise<string> {
  const work = mkdtempSync(join(cache, '.fetching-'));
  try {
    const name = await download(work);
    const deb = readdirSync(work).find((file) => file.endsWith('.deb')) ?? '';
    const unpack = 'dpkg-deb --fsys-tarfile "$0" | tar -x --wildcards "./boot/vmlinuz-*" "*hid*.ko*"';
    await run('sh', ['-c', unpack, deb], work);
    const files = readdirSync(work, { recursive: true, encoding: 'utf8' }).map((file) => join(work, file));
    const ready = join(work, 'ready');
    mkdirSync(ready);
    for (const file of files) {
      const [plain] = basename(file).split('.ko');
      const isModule = /\.ko(\.xz)?$/.test(file) && modules.some((module) => module === plain);
      if (isModule && file.endsWith('.xz')) await run('xz', ['-d', file], work);
      if (isModule) copyFileSync(file.replace(/\.xz$/, ''), join(ready, `${plain}.ko`));
      if (basename(file).startsWith('vmlinuz-')) copyFileSync(file, join(ready, 'vmlinuz'));
    }
    if (!isWhole(ready)) throw new Error(`${name} lacks the kernel or one of ${modules.join(', ')}`);
    if (!existsSync(join(cache, name))) renameSync(ready, join(cache, name));
    return name;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The package behind the one that always names the newest; its name tells the version. */
async function download(folder: string): Promise<string> {
  if ((await newest()) === null && process.getuid?.() === 0) await run('apt-get', ['update', '-qq'], folder);
  const name = await newest();
  if (name === null) throw new Error('apt knows no linux-image-amd64');
  await run('apt-get', ['download', '-qq', name], folder);
  return name;

  async function newest(): Promise<string | null> {
    const told = await run('apt-cache', ['depends', 'linux-image-amd64'], folder).catch(() => '');
    return /Depends: (linux-image-\d\S*-amd64)/.exec(told)?.[1] ?? null;
  }
}

async function run(command: string, args: readonly string[], cwd: string): Promise<string> {
  return (await promisify(execFile)(command, args, { cwd })).stdout;
}
