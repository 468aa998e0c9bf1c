/**
 * The decoder runs in a worker of its own: it is loaded when a camera is opened and not before, it holds up no key of the
 * cashier's, and only its own policy allows WebAssembly.
 */

import { err, ok, type Result } from '../../app/kernel/result.ts';
import type { Code } from './code.ts';

/** What the worker answers to a picture; `null` where it could not be made to work. */
export type Answer = readonly Code[] | null;

export interface Decoder {
  /** One at a time. The picture is given away. */
  read(picture: ImageBitmap): Promise<Result<readonly Code[], 'noDecoder'>>;
  close(): void;
}

export function openDecoder(): Decoder {
  const worker = new Worker(new URL('./decoderWorker.ts', import.meta.url), { type: 'module' });
  let broken = false;
  let tell: (answer: Answer) => void = () => undefined;
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => tell(data));
  worker.addEventListener('error', () => {
    broken = true;
    tell(null);
  });
  return {
    async read(picture) {
      if (broken) return err('noDecoder');
      const answer = await new Promise<Answer>((resolve) => {
        tell = resolve;
        worker.postMessage(picture, [picture]);
      });
      return answer === null ? err('noDecoder') : ok(answer);
    },
    close: () => worker.terminate(),
  };
}
