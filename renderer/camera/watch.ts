/**
 * One camera that looks for codes: opened, looked through picture by picture, and put out by itself when nobody uses it.
 * Time and devices are given to it, so that a test can be both.
 */

import type { Result } from '../../app/kernel/result.ts';
import type { Camera, CameraFault } from './camera.ts';
import type { Code } from './code.ts';
import type { Decoder } from './decoder.ts';
import { look, nothingHeld } from './heldCodes.ts';

export type WatchState =
  | { readonly kind: 'opening' }
  /** `read`: how many codes it has read. */
  | { readonly kind: 'looking'; readonly camera: Camera; readonly read: number }
  /** Put out: no code for a minute, or nobody could see the page. */
  | { readonly kind: 'resting'; readonly why: 'quiet' | 'hidden' }
  | { readonly kind: 'refused'; readonly fault: CameraFault };

export interface WatchParts {
  readonly openCamera: () => Promise<Result<Camera, CameraFault>>;
  readonly openDecoder: () => Decoder;
  /** Runs it later, unless it is called off. */
  readonly later: (ms: number, run: () => void) => () => void;
  readonly onState: (state: WatchState) => void;
  readonly onCode: (code: Code) => void;
}

export interface Watch {
  /** There is something to see. It is taken and looked at unless the last one still is, or was a moment ago. */
  see(take: () => Promise<ImageBitmap>, at: number): Promise<void>;
  /** Nobody can see the page. */
  hide(): void;
  close(): void;
}

export const quietMs = 60_000;
/** Ten looks a second are plenty for a hand, and leave a small machine to the sale. */
export const betweenLooksMs = 100;

export function startWatch(parts: WatchParts): Watch {
  let running: { readonly camera: Camera; readonly decoder: Decoder } | null = null;
  let over = false;
  let busy = false;
  let looked = Number.NEGATIVE_INFINITY;
  let held = nothingHeld;
  let read = 0;
  let callOffQuiet: () => void = () => undefined;

  function end(state: WatchState | null): void {
    if (over) return;
    over = true;
    callOffQuiet();
    running?.camera.stop();
    running?.decoder.close();
    if (state !== null) parts.onState(state);
  }

  function waitForCode(): void {
    callOffQuiet();
    callOffQuiet = parts.later(quietMs, () => end({ kind: 'resting', why: 'quiet' }));
  }

  async function open(): Promise<void> {
    parts.onState({ kind: 'opening' });
    const opened = await parts.openCamera();
    // Closed while the person was still being asked: the light of the camera must not stay on.
    if (over) {
      if (opened.ok) opened.value.stop();
      return;
    }
    if (!opened.ok) return end({ kind: 'refused', fault: opened.fault });
    const camera = opened.value;
    running = { camera, decoder: parts.openDecoder() };
    camera.onGone(() => end({ kind: 'refused', fault: 'noCamera' }));
    waitForCode();
    parts.onState({ kind: 'looking', camera, read });
  }

  async function codesIn(take: () => Promise<ImageBitmap>, { decoder }: NonNullable<typeof running>) {
    // A browser has no picture to give before the first one is drawn; the next will be.
    const picture = await take().catch(() => null);
    if (picture === null || !over) return picture && decoder.read(picture);
    picture.close();
    return null;
  }

  void open();
  return {
    async see(take, at) {
      if (running === null || over || busy || at - looked < betweenLooksMs) return;
      const { camera } = running;
      busy = true;
      looked = at;
      const codes = await codesIn(take, running);
      busy = false;
      if (over || codes === null) return;
      if (!codes.ok) return end({ kind: 'refused', fault: codes.fault });
      const seen = look(held, codes.value, at);
      held = seen.held;
      if (seen.scans.length === 0) return;
      waitForCode();
      read += seen.scans.length;
      parts.onState({ kind: 'looking', camera, read });
      for (const code of seen.scans) parts.onCode(code);
    },
    hide: () => end({ kind: 'resting', why: 'hidden' }),
    close: () => end(null),
  };
}
