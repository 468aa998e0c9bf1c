/**
 * What Linux tells about HID devices in files and node-hid does not: the report descriptor, and a mark that changes
 * with every plug and unplug (scanners.md 3). On other systems the folder is missing and the answer is `null`.
 */

import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';

const folder = '/sys/class/hidraw';

/** The report descriptor of `/dev/hidrawN`; `null` for other paths and where it cannot be read. */
export async function readDescriptor(path: string, root = folder): Promise<Uint8Array | null> {
  const name = /^\/dev\/(hidraw\d+)$/.exec(path)?.[1];
  if (name === undefined) return null;
  return readFile(join(root, name, 'device', 'report_descriptor')).catch(() => null);
}

/** Names and targets of all hidraw devices: a target holds a number that grows with each plugging. */
export async function readMark(root = folder): Promise<string | null> {
  const names = await readdir(root).catch(() => null);
  if (names === null) return null;
  const targets = names.sort().map((name) => readlink(join(root, name)).catch(() => name));
  return (await Promise.all(targets)).join('\n');
}
