/** The HTTP door over a network of the test's own: calls, the state stream in any pieces, a break and the way back. */

import { expect, onTestFinished, test, vi } from 'vitest';
import { enter, eventReader, httpDoor, type Network } from './till.ts';

type Answer = (path: string, init: RequestInit | undefined) => Response | Promise<Response>;

function doorOver(answer: Answer) {
  const network: Network = {
    fetch: async (path, init) => answer(String(path), init),
    setTimeout: (run) => queueMicrotask(run),
  };
  return httpDoor({ token: 'secret', screen: 'till' }, network);
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });

/** A stream of these pieces; it ends after the last one, or stays open. */
function stream(pieces: readonly string[], stays = false): Response {
  const bytes = new TextEncoder();
  return new Response(
    new ReadableStream({
      start(controller) {
        for (const piece of pieces) controller.enqueue(bytes.encode(piece));
        if (!stays) controller.close();
      },
    }),
  );
}

test('a call goes out with the token and comes back as it was answered', async () => {
  const seen: unknown[] = [];
  const door = doorOver((path, init) => {
    seen.push(init?.method, path, new Headers(init?.headers).get('authorization'), init?.body);
    return json({ ok: true, value: { meaning: 'goods' } });
  });
  const answer = await door.call('scan', { text: '7038010004217' });
  expect([seen, answer]).toEqual([
    ['POST', 'api/call/scan', 'Bearer secret', '{"text":"7038010004217"}'],
    { ok: true, value: { meaning: 'goods' } },
  ]);
});

test('a refused call is a result too, whatever its HTTP status', async () => {
  const refused = { ok: false, fault: { kind: 'notAllowed' } };
  expect(await doorOver(() => json(refused, 403)).call('sale.park', {})).toEqual(refused);
});

const broken = () => Promise.reject(new TypeError('fetch failed'));

test.each<readonly [string, Answer]>([
  ['nobody listens', broken],
  ['something else answers', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
  ['the line breaks', () => new Response('{"ok":', { headers: { 'content-type': 'application/json' } })],
])('%s: the door is closed, and nothing is thrown', async (_, answer) => {
  const closed = { ok: false, fault: { kind: 'doorClosed' } };
  expect(await doorOver(answer).call('sale.park', {})).toEqual(closed);
});

test('the state is heard, and heard again after the stream broke or could not be opened', async () => {
  let opened = 0;
  const door = doorOver(() => {
    opened += 1;
    if (opened === 2) return broken();
    return stream([`event: state\ndata: {"version":${opened}}\n\n`], opened === 4);
  });
  const versions: number[] = [];
  const connections: boolean[] = [];
  door.onConnection?.((connected) => connections.push(connected));
  await new Promise<void>((done) => {
    const stop = door.onState((state) => {
      versions.push(state.version);
      if (versions.length < 3) return;
      stop();
      done();
    });
  });
  expect([versions, connections]).toEqual([
    [1, 3, 4],
    [true, false, true, true],
  ]);
});

test('events are read however the pieces fall, and comments are passed over', () => {
  const events: (readonly [string, string])[] = [];
  const take = eventReader((event, data) => events.push([event, data]));
  for (const piece of [
    ': hello\n\nev',
    'ent: state\r\nda',
    'ta: {"a":',
    '1}\r\n\r',
    '\n',
    'data: one\ndata: two\n\n',
  ]) {
    take(piece);
  }
  expect(events).toEqual([
    ['state', '{"a":1}'],
    ['message', 'one\ntwo'],
  ]);
});

test('the token leaves the address and stays with the tab', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const addresses: string[] = [];
  const history = {
    replaceState: (_: unknown, __: string, url?: string | URL | null) => void addresses.push(String(url)),
  };
  const at = (hash: string) => enter({ hash, pathname: '/', search: '' }, storage, history);
  expect(at('#token=abc&screen=display')).toEqual({ token: 'abc', screen: 'display' });
  expect(at('')).toEqual({ token: 'abc', screen: 'display' });
  expect(addresses).toEqual(['/']);
});

test.each([-86_400_000, 0, 70_000])(
  'a window whose clock is behind the till’s by %i ms counts with the till’s',
  async (ms) => {
    const now = vi.spyOn(Date, 'now').mockReturnValue(1_800_000_000_000);
    onTestFinished(() => now.mockRestore());
    const door = doorOver(() =>
      stream([`event: state\nnow: ${1_800_000_000_000 + ms}\ndata: {"version":1}\n\n`], true),
    );
    expect(door.ahead?.()).toBe(0);
    await new Promise<void>((done) => {
      const stop = door.onState(() => {
        stop();
        done();
      });
    });
    expect(door.ahead?.()).toBe(ms);
  },
);
