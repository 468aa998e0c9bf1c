/**
 * What the tests need beside Node: a Chromium, a virtual display, the system libraries of Electron and node-hid, an
 * emulator, a serial port's other end. On a Debian where we are root they are installed; elsewhere each missing thing is
 * named in one line.
 */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

interface Need {
  readonly what: string;
  readonly packages: readonly string[];
  readonly present: () => boolean;
}

const onPath = (name: string) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;
const library = (name: string) => spawnSync('sh', ['-c', `ldconfig -p | grep -q ${name}`]).status === 0;

const needs: readonly Need[] = [
  { what: 'Chromium', packages: ['chromium'], present: () => chromiumPath() !== null },
  { what: 'Xvfb', packages: ['xvfb', 'xauth'], present: () => onPath('Xvfb') },
  {
    what: "Electron's system libraries",
    packages: ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libnotify4'],
    present: () => ['libgtk-3.so.0', 'libnss3.so', 'libasound.so.2', 'libgbm.so.1'].every(library),
  },
  { what: 'socat, for serial ports', packages: ['socat'], present: () => onPath('socat') },
  {
    what: "node-hid's system libraries",
    packages: ['libusb-1.0-0', 'libudev1'],
    present: () => ['libusb-1.0.so.0', 'libudev.so.1'].every(library),
  },
  {
    what: 'the small machine in which scanners are tested against a real kernel',
    packages: ['qemu-system-x86', 'cpio', 'busybox-static'],
    present: () => process.arch !== 'x64' || ['qemu-system-x86_64', 'cpio', 'busybox'].every(onPath),
  },
];

export function chromiumPath(): string | null {
  const named = process.env['CHROMIUM_PATH'];
  const paths = [named, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return paths.find((path): path is string => path !== undefined && existsSync(path)) ?? null;
}

/** Installs what it may; answers a line for everything that is still missing. */
export function prepareMachine(): readonly string[] {
  if (process.platform !== 'linux') return [];
  const missing = needs.filter((need) => !need.present());
  if (missing.length === 0) return [];
  const mayInstall = process.getuid?.() === 0 && onPath('apt-get');
  if (mayInstall) install(missing.flatMap((need) => need.packages));
  return missing
    .filter((need) => !need.present())
    .map((need) => `Missing: ${need.what} (Debian packages: ${need.packages.join(' ')}).`);
}

function install(packages: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  console.error(`Installing system packages for the tests: ${packages.join(' ')}`);
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
  const done = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env,
  });
  if (done.status !== 0) console.error(String(done.stderr).trim());
}
