/** The file system of the machine: Node, the device layer as it stands in this tree, the kernel's modules, busybox. */

import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { type Kernel, modules } from './kernel.ts';

const root = join(import.meta.dirname, '..', '..');
/** What runs in the machine: from source, since Node reads TypeScript. */
const sources = ['package.json', 'app/kernel', 'app/domain', 'app/ports', 'hardware', 'e2e/hid-vm'];
/** What the device layer loads; of others it says that they are missing, and does without. */
const packages = ['node-hid', 'pkg-prebuilds'];
const busybox = '/bin/busybox';

/** The second serial line: what the program in the machine says. */
const outside = '/dev/ttyS1';

/** `only`: a part of the names of the scenarios to be played; empty: all. */
export function makeImage(folder: string, kernel: Kernel, only: string): string {
  const tree = join(folder, 'tree');
  for (const name of ['bin', 'dev', 'proc', 'sys', 'tmp', 'modules', 'till/node_modules']) {
    mkdirSync(join(tree, name), { recursive: true });
  }
  const node = join(root, 'node_modules', 'node', 'bin', 'node');
  copyFileSync(node, join(tree, 'bin', 'node'));
  copyFileSync(busybox, join(tree, 'bin', 'busybox'));
  for (const file of kernel.modules) copyFileSync(file, join(tree, 'modules', basename(file)));
  for (const source of sources) cpSync(join(root, source), join(tree, 'till', source), { recursive: true });
  for (const name of packages) {
    const from = join(root, 'node_modules', name);
    const isNeeded = (path: string): boolean => !/^(src|hidapi)(\/|$)/.test(relative(from, path));
    cpSync(from, join(tree, 'till', 'node_modules', name), {
      recursive: true,
      dereference: true,
      filter: isNeeded,
    });
  }
  const addon = join(root, 'node_modules/node-hid/prebuilds/HID_hidraw-linux-x64');
  carryLibraries([node, busybox, ...nativeFiles(addon)], tree);
  writeFileSync(join(tree, 'init'), init(only));
  chmodSync(join(tree, 'init'), 0o755);
  // Another user than root is to find his way too.
  chmodSync(tree, 0o755);
  const image = join(folder, 'image.cpio');
  execFileSync('sh', ['-c', 'find . | cpio -o -H newc --quiet > "$0"', image], { cwd: tree });
  return image;
}

function nativeFiles(folder: string): readonly string[] {
  return execFileSync('find', [folder, '-name', '*.node'], { encoding: 'utf8' }).trim().split('\n');
}

function carryLibraries(programs: readonly string[], tree: string): void {
  // Says so and fails for a program that needs none.
  const listed = programs.map((program) => spawnSync('ldd', [program], { encoding: 'utf8' }).stdout);
  const libraries = new Set(
    listed.flatMap((text) => [...text.matchAll(/(?:=> |^\t)(\/\S+)/gm)].map((found) => found[1])),
  );
  for (const library of libraries) {
    if (library === undefined || !existsSync(library)) continue;
    mkdirSync(join(tree, dirname(library)), { recursive: true });
    copyFileSync(library, join(tree, library));
  }
}

function init(only: string): string {
  return `#!/bin/busybox sh
b=/bin/busybox
$b mount -t proc proc /proc; $b mount -t sysfs sys /sys; $b mount -t devtmpfs dev /dev
for m in ${modules.join(' ')}; do $b insmod /modules/$m.ko; done
# Held open for as long as the machine lives: what has not gone out when the last one closes it would be lost.
exec 3>${outside}; $b stty -F ${outside} raw
export PATH=/bin HOME=/tmp NO_COLOR=1 LD_LIBRARY_PATH=/lib/x86_64-linux-gnu
cd /till
node --expose-gc e2e/hid-vm/inside.ts 3 '${only}'
$b stty -F ${outside} raw
$b poweroff -f
`;
}
