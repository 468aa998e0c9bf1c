/**
 * A page that whoever stands before it cannot leave: no key but those that type and move, and no zoom. That it opens no
 * dialog is said by its policy (`shownToCustomers`). What the system itself keeps for its own keys is its owner's to lock (docs/manual/machine.md).
 */

import type { Input, WebContents } from 'electron';

/** Everything else that has a name is a way somewhere. */
const namedKeys: ReadonlySet<string> = new Set([
  'Tab',
  'Enter',
  'Backspace',
  'Delete',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'Shift',
]);

export function isKeyForCustomers({
  key,
  control,
  alt,
  meta,
}: Pick<Input, 'key' | 'control' | 'alt' | 'meta'>) {
  return !(control || alt || meta) && (key.length === 1 || namedKeys.has(key));
}

export function lockDown(contents: WebContents): void {
  contents.on('before-input-event', (event, input) => {
    if (!isKeyForCustomers(input)) event.preventDefault();
  });
  // Not even to another page of the till: that one has another policy.
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('did-finish-load', () => void contents.setVisualZoomLevelLimits(1, 1));
}
