/** Walks every state that can be reached from one, breadth first, and asks things of the whole. */

export interface Step<W> {
  readonly name: string;
  readonly to: W;
  /** Happens without a person: the till goes on, a call passes, time runs. */
  readonly byItself: boolean;
}

interface Edge {
  readonly name: string;
  readonly to: string;
  readonly byItself: boolean;
}

export interface Graph<W> {
  readonly states: ReadonlyMap<string, W>;
  readonly edges: ReadonlyMap<string, readonly Edge[]>;
  readonly depth: number;
}

/** Two worlds with the same key are the same state. */
export async function walk<W>(
  start: W,
  keyOf: (world: W) => string,
  stepsFrom: (world: W) => readonly Step<W>[] | Promise<readonly Step<W>[]>,
): Promise<Graph<W>> {
  const states = new Map([[keyOf(start), start]]);
  const edges = new Map<string, readonly Edge[]>();
  let frontier = [...states];
  let depth = 0;
  while (frontier.length > 0) {
    const next: [string, W][] = [];
    for (const [from, world] of frontier) {
      const out: Edge[] = [];
      for (const { name, to, byItself } of await stepsFrom(world)) {
        const key = keyOf(to);
        out.push({ name, to: key, byItself });
        if (states.has(key)) continue;
        states.set(key, to);
        next.push([key, to]);
      }
      edges.set(from, out);
    }
    frontier = next;
    if (next.length > 0) depth += 1;
  }
  return { states, edges, depth };
}

export function sizeOf({ states, edges, depth }: Graph<unknown>): string {
  const transitions = [...edges.values()].reduce((sum, out) => sum + out.length, 0);
  return `${states.size} states, ${transitions} transitions, depth ${depth}`;
}

/** The first few states in which it does not hold. */
export function breaches<W>({ states }: Graph<W>, holds: (world: W) => boolean): readonly string[] {
  const broken: string[] = [];
  for (const [key, world] of states) {
    if (holds(world)) continue;
    broken.push(key);
    if (broken.length === 3) break;
  }
  return broken;
}

/** Every state from which a wished one can be reached by steps that need no person. */
export function reaching<W>({ states, edges }: Graph<W>, wished: (world: W) => boolean): ReadonlySet<string> {
  const into = new Map<string, string[]>();
  for (const [from, out] of edges) {
    for (const { to, byItself } of out) if (byItself) into.set(to, [...(into.get(to) ?? []), from]);
  }
  const good = new Set([...states].filter(([, world]) => wished(world)).map(([key]) => key));
  const open = [...good];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    for (const from of into.get(key) ?? []) {
      if (good.has(from)) continue;
      good.add(from);
      open.push(from);
    }
  }
  return good;
}
