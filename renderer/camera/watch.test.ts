/** A camera from its opening to its end, with devices and time in the test's hand. */

import { expect, test } from 'vitest';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import type { Camera, CameraFault } from './camera.ts';
import type { Code } from './code.ts';
import { quietMs, startWatch, type WatchState } from './watch.ts';

const vest: Code = { text: '2000001047859', symbology: ']E0' };

function aWatch() {
  let opened: (answer: Result<Camera, CameraFault>) => void = () => undefined;
  const states: WatchState[] = [];
  const scans: Code[] = [];
  const decoder = {
    open: 0,
    closed: 0,
    reading: [] as ((codes: Result<readonly Code[], 'noDecoder'>) => void)[],
  };
  const light: { on: boolean; gone: () => void } = { on: true, gone: () => undefined };
  let timer: { readonly due: number; readonly run: () => void } | null = null;
  let now = 0;
  const camera: Camera = {
    stream: {} as MediaStream,
    others: false,
    stop: () => {
      light.on = false;
    },
    onGone: (listener) => {
      light.gone = listener;
    },
  };
  let given = 0;
  const picture = {
    close: () => {
      given -= 1;
    },
  } as unknown as ImageBitmap;
  const watch = startWatch({
    openCamera: () =>
      new Promise((resolve) => {
        opened = resolve;
      }),
    openDecoder: () => {
      decoder.open += 1;
      return {
        read: () => new Promise((resolve) => decoder.reading.push(resolve)),
        close: () => {
          decoder.closed += 1;
        },
      };
    },
    later(ms, run) {
      const mine = { due: now + ms, run };
      timer = mine;
      return () => {
        if (timer === mine) timer = null;
      };
    },
    onState: (state) => void states.push(state),
    onCode: (code) => void scans.push(code),
  });
  /** Lets everything that waits for nothing but promises go on. */
  const settle = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  return {
    watch,
    states,
    scans,
    decoder,
    light,
    settle,
    last: () => states.at(-1),
    async answer(answer: Result<Camera, CameraFault> = ok(camera)) {
      opened(answer);
      await settle();
    },
    async see(at: number) {
      void watch.see(async () => {
        given += 1;
        return picture;
      }, at);
      await settle();
    },
    async read(codes: Result<readonly Code[], 'noDecoder'>) {
      decoder.reading.shift()?.(codes);
      await settle();
    },
    pass(ms: number) {
      now += ms;
      if (timer !== null && timer.due <= now) timer.run();
    },
    held: () => given,
  };
}

test('pictures are looked at one at a time and not too often', async () => {
  const { see, read, decoder, answer } = aWatch();
  await see(0);
  await answer();
  await see(10);
  await see(500);
  expect(decoder.reading).toHaveLength(1);
  await read(ok([]));
  await see(109);
  expect(decoder.reading).toHaveLength(0);
  await see(110);
  expect(decoder.reading).toHaveLength(1);
});

test('a code is told once and counted', async () => {
  const { see, read, answer, scans, last } = aWatch();
  await answer();
  for (const at of [0, 100, 200]) {
    await see(at);
    await read(ok([vest]));
  }
  expect(scans).toEqual([vest]);
  expect(last()).toMatchObject({ kind: 'looking', read: 1 });
});

test('closed while the person is still asked: the camera goes out as soon as it comes', async () => {
  const { watch, answer, light, decoder, states } = aWatch();
  watch.close();
  await answer();
  expect([light.on, decoder.open]).toEqual([false, 0]);
  expect(states).toEqual([{ kind: 'opening' }]);
});

test('a minute without a code, counted anew from each, puts it out', async () => {
  const { see, read, answer, pass, light, last } = aWatch();
  await answer();
  pass(quietMs - 1);
  await see(0);
  await read(ok([vest]));
  pass(quietMs - 1);
  expect(light.on).toBe(true);
  pass(1);
  expect([light.on, last()]).toEqual([false, { kind: 'resting', why: 'quiet' }]);
});

test('the same code held all the while is no new code', async () => {
  const { see, read, answer, pass, last } = aWatch();
  await answer();
  await see(0);
  await read(ok([vest]));
  pass(quietMs - 1);
  await see(quietMs - 1);
  await read(ok([vest]));
  pass(1);
  expect(last()).toEqual({ kind: 'resting', why: 'quiet' });
});

test.each([
  ['hidden', { kind: 'resting', why: 'hidden' }],
  ['pulled out', { kind: 'refused', fault: 'noCamera' }],
  ['without a decoder', { kind: 'refused', fault: 'noDecoder' }],
])('%s, it ends once and for all, and lets everything go', async (how, state) => {
  const { watch, see, read, answer, light, decoder, last, scans, pass } = aWatch();
  await answer();
  if (how === 'hidden') watch.hide();
  if (how === 'pulled out') light.gone();
  if (how === 'without a decoder') {
    await see(0);
    await read(err('noDecoder'));
  }
  expect([last(), light.on, decoder.closed]).toEqual([state, false, 1]);
  pass(quietMs);
  watch.close();
  await see(1000);
  expect([last(), decoder.closed, decoder.reading.length, scans.length]).toEqual([state, 1, 0, 0]);
});

test('what was being read when it was closed is no scan any more', async () => {
  const { watch, see, read, answer, scans } = aWatch();
  await answer();
  await see(0);
  watch.close();
  await read(ok([vest]));
  expect(scans).toEqual([]);
});

test('a picture that came too late is given back, and one that could not be taken harms nothing', async () => {
  const { watch, see, answer, held, settle, decoder } = aWatch();
  await answer();
  void watch.see(() => Promise.reject(new Error('not drawn yet')), 0);
  await settle();
  await see(100);
  expect([decoder.reading.length, held()]).toEqual([1, 1]);
  const late = aWatch();
  await late.answer();
  const seeing = late.see(0);
  late.watch.close();
  await seeing;
  expect([late.decoder.reading.length, late.held()]).toEqual([0, 0]);
});

test('refused, it says why and opens no decoder', async () => {
  const { answer, last, decoder } = aWatch();
  await answer(err('denied'));
  expect([last(), decoder.open]).toEqual([{ kind: 'refused', fault: 'denied' }, 0]);
});
