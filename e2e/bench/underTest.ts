/** An Electron application under test: started with the probe in it, asked through it, ended in good order. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import type { Ask, Told, Usable } from './probe/messages.ts';
import { wallNow } from './wallTime.ts';

export interface UnderTest {
  readonly pid: number;
  readonly spawnedAt: number;
  readonly usable: Usable;
  /** Runs `script` in the page of the window whose address holds `page`; it must not use anything from around it. */
  run<A, V>(page: string, script: (arg: A) => V | Promise<V>, arg: A): Promise<V>;
  /** Presses a key; answers when it was sent on its way. */
  key(page: string, key: string): Promise<number>;
  close(): Promise<void>;
}

export interface Application {
  /** The Electron binary. */
  readonly electron: string;
  readonly display: string;
  /** Folder of the application. */
  readonly folder: string;
  /** Arguments by which something is loaded before it. */
  readonly loads: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

export interface Probe {
  readonly inMain: string;
  readonly inPage: string;
}

/** As scripts that Electron loads; built into `folder`. */
export async function buildProbe(folder: string): Promise<Probe> {
  mkdirSync(folder, { recursive: true });
  for (const name of ['inMain', 'inPage'] as const) {
    await build({
      configFile: false,
      logLevel: 'warn',
      build: {
        ssr: join(import.meta.dirname, 'probe', `${name}.ts`),
        outDir: folder,
        emptyOutDir: false,
        target: 'node20',
        minify: false,
        rolldownOptions: {
          external: ['electron'],
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    });
  }
  return { inMain: resolve(folder, 'inMain.cjs'), inPage: resolve(folder, 'inPage.cjs') };
}

/** Longest that anything is waited for, ms. It is no measure: a run that takes so long is broken. */
const patience = 60_000;

/** Windows stand on top of each other here and not each on a display of its own: a covered one would not be painted. */
const paintsAlways = '--disable-backgrounding-occluded-windows';

let started = 0;

/** Resolves when the first window is usable. `scratch` is a folder to throw away. */
export async function startUnderTest(app: Application, probe: Probe, scratch: string): Promise<UnderTest> {
  started += 1;
  const name = `probe-${process.pid}-${started}`;
  const path = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(scratch, name);
  const server = createServer();
  server.listen(path);
  await once(server, 'listening');

  const isRoot = process.getuid?.() === 0;
  const flags = [paintsAlways, ...(isRoot ? ['--no-sandbox'] : [])];
  const spawnedAt = wallNow();
  const child = spawn(app.electron, ['-r', probe.inMain, ...app.loads, ...flags, app.folder], {
    env: {
      ...process.env,
      DISPLAY: app.display,
      ...app.environment,
      KLUBBKASSA_BENCH_SOCKET: path,
      KLUBBKASSA_BENCH_PRELOAD: probe.inPage,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (part: Buffer) => {
    errors = (errors + part.toString()).slice(-4000);
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the application ended with ${code}: ${errors}`);
  });
  // Only of interest while somebody waits for the application.
  ended.catch(() => undefined);

  const [socket] = (await within(Promise.race([once(server, 'connection'), ended]), 'a start')) as [Socket];
  server.close();
  const talk = talkOver(socket);
  const usable = await within(Promise.race([talk.usable, ended]), 'a usable window');
  if (child.pid === undefined) throw new Error('the application has no process');

  return {
    pid: child.pid,
    spawnedAt,
    usable,
    async run<A, V>(page: string, script: (arg: A) => V | Promise<V>, arg: A) {
      const text = `(${script.toString()})(${JSON.stringify(arg) ?? ''})`;
      const asked = talk.ask({ kind: 'run', page, script: text });
      const { value } = await within(asked, `${script.name} of ${page} ${JSON.stringify(arg).slice(0, 300)}`);
      return value as V;
    },
    key: async (page, key) => (await within(talk.ask({ kind: 'key', page, key }), 'a key')).at,
    close: () => end(child),
  };
}

type Question =
  | { readonly kind: 'run'; page: string; script: string }
  | { kind: 'key'; page: string; key: string };
type Answer = Extract<Told, { kind: 'answer' }>;

function talkOver(socket: Socket): { usable: Promise<Usable>; ask(question: Question): Promise<Answer> } {
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(why: Error): void }>();
  let isUsable: (usable: Usable) => void = () => undefined;
  const usable = new Promise<Usable>((resolve) => {
    isUsable = resolve;
  });
  let asked = 0;
  socket.on('error', () => undefined);
  socket.on('close', () => {
    for (const one of waiting.values()) one.reject(new Error('the application has gone'));
  });
  createInterface({ input: socket }).on('line', (line) => {
    const told = JSON.parse(line) as Told;
    if (told.kind === 'usable') return isUsable(told.usable);
    const one = waiting.get(told.id);
    waiting.delete(told.id);
    if (told.kind === 'answer') one?.resolve(told);
    else one?.reject(new Error(told.why));
  });
  return {
    usable,
    ask(question) {
      asked += 1;
      const ask: Ask = { ...question, id: asked };
      return new Promise((resolve, reject) => {
        waiting.set(ask.id, { resolve, reject });
        socket.write(`${JSON.stringify(ask)}\n`);
      });
    },
  };
}

async function within<T>(wanted: Promise<T>, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited too long for ${what}`)), patience);
  });
  try {
    return await Promise.race([wanted, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), 8_000);
  child.kill();
  await gone;
  clearTimeout(timer);
}
