/** Reads the codes of one picture after another. Its library and its WebAssembly come from the host that served the page. */

import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { codesOf, formats } from './code.ts';
import type { Answer } from './decoder.ts';

// The library would look for it at a public network of files otherwise.
prepareZXingModule({ overrides: { locateFile: () => wasm } });

const canvas = new OffscreenCanvas(1, 1);
const paper = canvas.getContext('2d', { willReadFrequently: true });

self.addEventListener('message', ({ data }: MessageEvent<ImageBitmap>) => {
  const answer = (it: Answer) => self.postMessage(it);
  codesIn(data).then(answer, () => answer(null));
});

async function codesIn(picture: ImageBitmap): Promise<Answer> {
  const { width, height } = picture;
  if (paper === null) return null;
  canvas.width = width;
  canvas.height = height;
  paper.drawImage(picture, 0, 0);
  picture.close();
  const readings = await readBarcodes(paper.getImageData(0, 0, width, height), {
    formats: [...formats],
    // The bytes of a code and not the printed form beside it: a scanner tells no brackets either.
    textMode: 'Plain',
  });
  return codesOf(readings);
}
