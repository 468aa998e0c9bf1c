/** The keyboard of a page that is not the till's own: what a scanner types is a scan there too and never lands in a field. */

import { useLayoutEffect, useRef } from 'react';
import type { WedgeScan } from '../../app/domain/wedgeScan.ts';
import { listenForKeys } from '../wedge.ts';

export interface PageKeys {
  /** `true` keeps the key from the browser. */
  key(event: KeyboardEvent): boolean;
  scan(scan: WedgeScan): void;
}

export function usePageKeys(keys: PageKeys): void {
  const newest = useRef(keys);
  // Before the screen is seen: a key is about what stands there.
  useLayoutEffect(() => {
    newest.current = keys;
  });
  useLayoutEffect(
    () =>
      listenForKeys(window, {
        onScan: (scan) => newest.current.scan(scan),
        onKey(event) {
          if (newest.current.key(event)) event.preventDefault();
        },
      }),
    [],
  );
}

/** Function keys that a browser would take for itself. */
export const taken = /^F([1-9]|10|12)$/;
