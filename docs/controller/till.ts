/**
 * The till as a controller sees it: an address, the kiosk's token, calls, and the state as it changes. Needs Node 24 and
 * nothing else; copy it and go on from there.
 */

import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A sum in minor units: 59900 is 599,00. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

export interface Machine {
  readonly phase: 'idle' | 'asking' | 'choosing' | 'dispensing' | 'settling' | 'result' | 'outOfOrder';
  /** Whose turn it is: said with every call that is about one customer. `null` where nobody is being served. */
  readonly turn: string | null;
  /** Address of the picture of the code that pays for what was chosen; `null` while there is none to scan. */
  readonly oneTimeCode: string | null;
  /** Whether a customer scans the machine's own code, or chooses first and scans a one-time code. */
  readonly sells: 'scanFirst' | 'chooseFirst';
  /** Whether its manager has put it out of order: `vending.open` changes nothing then. */
  readonly stopped: boolean;
  /** Why it is out of order. */
  readonly code: string | null;
  readonly offers: readonly {
    readonly sku: string;
    readonly name: string;
    readonly price: Money;
    readonly stock: number;
    readonly minimumAge: number | null;
    /** What stands on its door. */
    readonly code: string | null;
    readonly takeable: boolean;
  }[];
  readonly reserved: Money | null;
  readonly left: Money | null;
  readonly items: readonly {
    readonly id: string;
    readonly sku: string;
    readonly name: string;
    readonly price: Money;
    readonly code: string | null;
    /** Only one that is `asked` may move. */
    readonly state: 'asked' | 'dispensed' | 'failed' | 'tooLate' | 'unknown' | 'notApproved';
  }[];
  readonly paid: Money | null;
  readonly released: Money | null;
  readonly until: string | null;
}

/** What the till answered, or `unreachable` where it did not. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: { readonly kind: string } };

export interface Address {
  readonly url: string;
  readonly token: string;
}

/**
 * From `KLUBBKASSA_URL` and `KLUBBKASSA_KIOSK_TOKEN`, or from the file that holds the one line of JSON which the till
 * prints when it is ready. Asked anew before each connection: a till that was restarted may listen at another port.
 */
export function addressFrom(file: string | null): Address {
  const { KLUBBKASSA_URL: url, KLUBBKASSA_KIOSK_TOKEN: token } = process.env;
  if (file === null) {
    if (url !== undefined && token !== undefined) return { url, token };
    throw new Error('say --line FILE, or set KLUBBKASSA_URL and KLUBBKASSA_KIOSK_TOKEN');
  }
  const line: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (isReady(line)) return { url: line.url, token: line.tokens.kiosk };
  throw new Error(`${file} does not hold the line that the till prints when it is ready`);
}

function isReady(line: unknown): line is { url: string; tokens: { kiosk: string } } {
  const { url, tokens } = Object(line);
  return typeof url === 'string' && typeof Object(tokens).kiosk === 'string';
}

/** A till that does not answer within this time is treated as one that is not there. */
const answerMs = 10_000;
/** The till says at least every 15 seconds that it is still there. */
const silenceMs = 45_000;
/** Between two attempts to reach the till: longer each time, up to the last. */
const againMs = [500, 1000, 2000, 5000, 10_000];

export interface Till {
  call<T = null>(name: string, input?: object): Promise<Answer<T>>;
  /** Every state from now on, over every break of the connection. `connected` is awaited each time there is one again. */
  follow(connected: () => Promise<void>): AsyncGenerator<Machine>;
}

export function tillAt(address: () => Address, say: (line: string) => void): Till {
  async function call<T>(name: string, input: object = {}): Promise<Answer<T>> {
    try {
      const { url, token } = address();
      const response = await fetch(new URL(`api/call/${name}`, url), {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(input),
        signal: AbortSignal.timeout(answerMs),
      });
      return (await response.json()) as Answer<T>;
    } catch {
      return { ok: false, fault: { kind: 'unreachable' } };
    }
  }

  async function* follow(connected: () => Promise<void>): AsyncGenerator<Machine> {
    for (let attempt = 0; ; attempt += 1) {
      let isNew = true;
      try {
        for await (const machine of stream(address())) {
          if (isNew) await connected();
          isNew = false;
          yield machine;
        }
        say('The till has closed the connection.');
      } catch (thrown) {
        say(`The till cannot be followed: ${reason(thrown)}.`);
      }
      if (!isNew) attempt = 0;
      await pause(againMs[Math.min(attempt, againMs.length - 1)]);
    }
  }

  return { call, follow };
}

/** Server-sent events: blocks of lines, an empty line between two; the state stands behind `data: `. */
async function* stream({ url, token }: Address): AsyncGenerator<Machine> {
  const silent = new AbortController();
  let timer = setTimeout(() => silent.abort(new Error('it has been silent for too long')), silenceMs);
  try {
    const response = await fetch(new URL('api/events', url), {
      headers: { authorization: `Bearer ${token}` },
      signal: silent.signal,
    });
    if (!response.ok || response.body === null)
      throw new Error(response.status === 401 ? 'it does not know this token' : `HTTP ${response.status}`);
    let text = '';
    for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
      clearTimeout(timer);
      timer = setTimeout(() => silent.abort(new Error('it has been silent for too long')), silenceMs);
      text += part;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1];
        text = text.slice(end + 2);
        if (data !== undefined) yield machineOf(JSON.parse(data), url);
      }
    }
  } finally {
    clearTimeout(timer);
    silent.abort();
  }
}

function machineOf(state: unknown, url: string): Machine {
  const { machine, qrImage } = Object(state);
  if (machine === null || machine === undefined)
    throw new Error('it is no machine; start it with KLUBBKASSA_KIND=unattended');
  return { ...machine, oneTimeCode: typeof qrImage === 'string' ? new URL(qrImage, url).href : null };
}

function reason(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const { cause } = thrown;
  return cause instanceof Error && cause.message !== '' ? cause.message : thrown.message;
}
