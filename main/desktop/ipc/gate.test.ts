import { expect, test } from 'vitest';
import type { Audience } from '../../../app/contract/audience.ts';
import type { Log } from '../../../app/ports/Log.ts';
import { createGate, type Sender } from './gate.ts';

const page = 'app://till/index.html?screen=till';

function aGate() {
  const made: unknown[] = [];
  const refusals: string[] = [];
  const log: Log = { info: () => undefined, warn: (event) => refusals.push(event), error: () => undefined };
  const gate = createGate({
    door: {
      async call(audience: Audience, name: string, input: unknown) {
        made.push([audience, name, input]);
        return { ok: true, value: null };
      },
    },
    windowAudience: (id) => (id === 1 ? 'manager' : id === 2 ? 'display' : null),
    log,
  });
  return { gate, made, refusals };
}

const sender = (id: number, url = page, isMain = true): Sender => ({ id, frame: { url, isMain } });

test('the window, not the message, says who is asking', async () => {
  const { gate, made } = aGate();
  await gate.call(sender(1), 'sale.next', {});
  await gate.call(sender(2, 'app://till/index.html?screen=till'), 'sale.next', { audience: 'manager' });
  expect(made).toEqual([
    ['manager', 'sale.next', {}],
    ['display', 'sale.next', { audience: 'manager' }],
  ]);
});

test.each([
  ['a window that is not the till’s', sender(9)],
  ['a frame inside the till’s window', sender(1, page, false)],
  ['the till’s window showing a page of the web', sender(1, 'https://till/index.html')],
  ['a page whose name begins like the till’s', sender(1, 'app://till.example/index.html')],
  ['a page that puts the till’s name before an @', sender(1, 'app://till@example/index.html')],
  ['a file', sender(1, 'file:///till/index.html')],
  ['an empty page', sender(1, 'about:blank')],
  ['no address at all', sender(1, '')],
  ['a frame that is gone', { id: 1, frame: null }],
])('%s is answered with a fault, and nothing is done', async (_who, from) => {
  const { gate, made, refusals } = aGate();
  expect(await gate.call(from, 'sale.next', {})).toEqual({ ok: false, fault: { kind: 'senderUnknown' } });
  expect(gate.admit(from)).toBeNull();
  expect(made).toEqual([]);
  expect(refusals).toEqual(['gate.refused', 'gate.refused']);
});

test('a name that is no text reaches nobody', async () => {
  const { gate, made } = aGate();
  for (const name of [undefined, 7, ['sale.next'], { toString: () => 'sale.next' }]) {
    expect(await gate.call(sender(1), name, {})).toEqual({ ok: false, fault: { kind: 'callUnknown' } });
  }
  expect(made).toEqual([]);
});
