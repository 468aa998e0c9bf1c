/** Memory and processor time of a process and all its children, as Linux counts them in `/proc`. */

import { readdirSync, readFileSync } from 'node:fs';

export interface TreeUse {
  readonly processes: number;
  /** Proportional set size, bytes: pages that several processes share are divided among them. */
  readonly pss: number;
  /** Bytes that would come free if the tree ended, whatever else runs on the machine. */
  readonly own: number;
  /** Resident, bytes: shared pages count in every process. */
  readonly rss: number;
  /** Processor time used since each process began, seconds. */
  readonly cpu: number;
}

/** Clock ticks a second of `/proc/<pid>/stat`; the same on every Linux that Node runs on. */
const ticks = 100;

export const canLook = process.platform === 'linux';

export function treeUse(root: number): TreeUse {
  const uses = treeOf(root).map(useOf);
  const sum = (of: (use: TreeUse) => number) => uses.reduce((total, use) => total + of(use), 0);
  return {
    processes: uses.length,
    pss: sum((use) => use.pss),
    own: sum((use) => use.own),
    rss: sum((use) => use.rss),
    cpu: sum((use) => use.cpu),
  };
}

function treeOf(root: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = statOf(Number(name))?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const tree = [root];
  for (const one of tree)
    tree.push(...[...parents].filter(([, parent]) => parent === one).map(([pid]) => pid));
  return tree;
}

function useOf(pid: number): TreeUse {
  const rollup = read(`/proc/${pid}/smaps_rollup`);
  const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(rollup)?.[1] ?? 0);
  const stat = statOf(pid);
  // utime and stime are fields 14 and 15; the list begins with field 3.
  const used = Number(stat?.[11] ?? 0) + Number(stat?.[12] ?? 0);
  return {
    processes: 1,
    pss: kilobytes('Pss') * 1024,
    own: (kilobytes('Private_Clean') + kilobytes('Private_Dirty')) * 1024,
    rss: kilobytes('Rss') * 1024,
    cpu: used / ticks,
  };
}

/** The fields behind the name, which may itself hold blanks and brackets: state, parent, … */
function statOf(pid: number): readonly string[] | null {
  const line = read(`/proc/${pid}/stat`);
  return line === '' ? null : line.slice(line.lastIndexOf(')') + 2).split(' ');
}

/** Empty for a process that has ended meanwhile. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown) return '';
    throw thrown;
  }
}
