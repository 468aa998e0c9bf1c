/**
 * The only file that touches the door: the bridge of the desktop window where there is one, else HTTP to the headless
 * host that served this page. Answers come from our own main process and are taken at their word.
 */

import type { CallInput, CallName, CallOutput } from '../app/contract/calls.ts';
import type { Door, ScreenName } from '../app/contract/door.ts';
import type { CashierView, DisplayView } from '../app/contract/view.ts';
import type { Unsubscribe } from '../app/kernel/brand.ts';
import { err, type Result } from '../app/kernel/result.ts';

declare global {
  interface Window {
    /** Put there by the desktop's preload; absent in a browser. */
    readonly till?: Door;
  }
}

/** A door that can be lost while the window stays. The desktop's cannot: there the window goes with its till. */
export interface WindowDoor extends Door {
  /** Told `false` once the till could not be reached again, `true` when it could. */
  readonly onConnection?: (listener: (connected: boolean) => void) => Unsubscribe;
  /** A file can be given to the person. The desktop's windows may keep none; there text is copied. */
  readonly keepsFiles?: true;
  /** Milliseconds by which the till's clock is ahead of this window's, as heard last; none in the till's own window. */
  readonly ahead?: () => number;
  /** The page stands in a browser, which may have a camera to give. */
  readonly inBrowser?: true;
}

export function openDoor(window: Window): WindowDoor {
  return window.till ?? httpDoor(enter(window.location, window.sessionStorage, window.history), window);
}

export interface Entrance {
  readonly token: string;
  readonly screen: ScreenName;
}

/**
 * Reads `#token=…&screen=till|display`, keeps it for this tab and takes it out of the address, so that it is neither
 * in the history nor in a photograph of the screen.
 */
export function enter(
  location: Pick<Location, 'hash' | 'pathname' | 'search'>,
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  history: Pick<History, 'replaceState'>,
): Entrance {
  const given = new URLSearchParams(location.hash.slice(1));
  const token = given.get('token');
  if (token !== null) {
    storage.setItem('klubbkassa.token', token);
    storage.setItem('klubbkassa.screen', given.get('screen') === 'display' ? 'display' : 'till');
    history.replaceState(null, '', location.pathname + location.search);
  }
  return {
    token: storage.getItem('klubbkassa.token') ?? '',
    screen: storage.getItem('klubbkassa.screen') === 'display' ? 'display' : 'till',
  };
}

export interface Network {
  readonly fetch: typeof fetch;
  readonly setTimeout: (run: () => void, ms: number) => unknown;
}

/** Milliseconds between attempts to open the stream again; the last one repeats. */
export const reconnectAfter: readonly number[] = [250, 500, 1000, 2000];

export function httpDoor(entrance: Entrance, network: Network): WindowDoor {
  const authorised = { authorization: `Bearer ${entrance.token}` };
  const connections = new Set<(connected: boolean) => void>();
  let ahead = 0;
  const tellTime = (now: number) => {
    ahead = now - Date.now();
  };
  const tellConnected = (connected: boolean) => {
    for (const listener of connections) listener(connected);
  };
  return {
    screen: entrance.screen,
    keepsFiles: true,
    inBrowser: true,
    ahead: () => ahead,
    call: (name, input) => callOverHttp(name, input, authorised, network),
    onState: (listener) => {
      const ended = new AbortController();
      void keepListening({ listener, tellConnected, tellTime }, authorised, network, ended.signal);
      return () => ended.abort();
    },
    onConnection: (listener) => {
      connections.add(listener);
      return () => void connections.delete(listener);
    },
  };
}

async function callOverHttp<K extends CallName>(
  name: K,
  input: CallInput<K>,
  headers: Record<string, string>,
  network: Network,
): Promise<Result<CallOutput<K>>> {
  try {
    const answer = await network.fetch(`api/call/${name}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    if (!answer.headers.get('content-type')?.includes('json')) return err({ kind: 'doorClosed' });
    return (await answer.json()) as Result<CallOutput<K>>;
  } catch {
    // fetch rejects for one reason here: nobody could be reached, or the line broke in the middle.
    return err({ kind: 'doorClosed' });
  }
}

interface Ears {
  readonly listener: (state: CashierView | DisplayView) => void;
  readonly tellConnected: (connected: boolean) => void;
  /** What time it is at the till, in ms since 1970. */
  readonly tellTime: (now: number) => void;
}

async function keepListening(
  ears: Ears,
  headers: Record<string, string>,
  network: Network,
  signal: AbortSignal,
): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    const heard = await listenOnce(ears, headers, network, signal);
    failures = heard ? 0 : failures + 1;
    // A stream that ends is opened again at once; only when that fails the till is lost.
    if (!heard && !signal.aborted) ears.tellConnected(false);
    const pause = reconnectAfter[Math.min(failures, reconnectAfter.length - 1)] ?? 2000;
    if (!signal.aborted) await new Promise<void>((resume) => network.setTimeout(resume, pause));
  }
}

/** Reads one stream to its end; tells whether anything was heard on it. */
async function listenOnce(
  { listener, tellConnected, tellTime }: Ears,
  headers: Record<string, string>,
  network: Network,
  signal: AbortSignal,
): Promise<boolean> {
  let heard = false;
  try {
    const answer = await network.fetch('api/events', { headers, signal });
    if (!answer.ok || answer.body === null) return false;
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    const take = eventReader((event, data, now) => {
      if (event !== 'state') return;
      if (now !== null) tellTime(now);
      if (!heard) tellConnected(true);
      heard = true;
      listener(JSON.parse(data) as CashierView | DisplayView);
    });
    for (let part = await reader.read(); !part.done; part = await reader.read()) take(part.value);
  } catch {
    // The stream broke or was ended; the loop above opens the next one.
    return heard;
  }
  return heard;
}

/** Cuts a stream of server-sent events into what they are and hold, and when they were sent, however the pieces fall. */
export function eventReader(
  onEvent: (event: string, data: string, now: number | null) => void,
): (piece: string) => void {
  let rest = '';
  return (piece) => {
    const blocks = (rest + piece).replaceAll('\r', '').split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = block.split('\n').map((line) => /^(\w+):? ?(.*)$/.exec(line));
      const of = (name: string) =>
        fields.filter((field) => field?.[1] === name).map((field) => field?.[2] ?? '');
      const data = of('data');
      const now = of('now').at(-1);
      const at = now === undefined || !/^\d+$/.test(now) ? null : Number(now);
      if (data.length > 0) onEvent(of('event').at(-1) ?? 'message', data.join('\n'), at);
    }
  };
}
