/** The virtual display the desktop's tests stand on: whoever comes is answered, however shortly after the last one left. */

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { expect, test } from '@playwright/test';
import { startXvfb } from '../../fixtures/xvfb.ts';

test.skip(process.platform !== 'linux', 'an Xvfb is what Linux has');

/** X11 protocol, connection setup: little-endian, version 11.0, no authorization. */
const setup = Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

/** The first byte of the answer (1 is welcome) or why there is none. */
async function greet(display: string): Promise<number | string> {
  const client = createConnection(socketOf(display));
  try {
    client.write(setup);
    const [data] = (await once(client, 'data', { signal: AbortSignal.timeout(5000) })) as [Buffer];
    return data.readUInt8(0);
  } catch (why) {
    return String(why);
  } finally {
    client.destroy();
  }
}

/** Where the kernel says that the display listens; `@` stands for the zero byte of an abstract name. */
function socketOf(display: string): string {
  const open = readFileSync('/proc/net/unix', 'utf8').split('\n');
  const name = open.map((line) => line.split(' ').at(-1) ?? '').find((one) => isOf(one, display));
  if (name === undefined) throw new Error(`nobody listens for ${display}`);
  return name.replace(/^@/, '\0');
}

function isOf(socket: string, display: string): boolean {
  return socket.startsWith('@') && socket.endsWith(`/X${display.slice(1)}`);
}

test('a client that comes as the last one leaves is answered', async () => {
  const answers = new Set<number | string>();
  for (let servers = 0; servers < 25; servers += 1) {
    const display = await startXvfb('640x480x24');
    for (let visits = 0; visits < 4; visits += 1) answers.add(await greet(display.name));
    await display.close();
  }
  expect([...answers]).toEqual([1]);
});
