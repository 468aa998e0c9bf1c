/** Loaded before anything else into a thread that is to have a mistake: changes one line of one file while it is read. */

import { registerHooks } from 'node:module';
import { workerData } from 'node:worker_threads';

const {
  planted,
}: { readonly planted: { readonly url: string; readonly from: string; readonly to: string } } = workerData;

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (url !== planted.url || loaded.source === undefined || loaded.source === null) return loaded;
    const text =
      typeof loaded.source === 'string' ? loaded.source : Buffer.from(loaded.source as Uint8Array).toString();
    return { ...loaded, source: text.replace(planted.from, () => planted.to) };
  },
});
