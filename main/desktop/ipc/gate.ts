/**
 * Every message from a window passes here before anybody acts on it. It must come from the main frame of one of the
 * till's own windows while that shows a page of the till; the window, not the message, says which audience is asking.
 */

import type { Audience } from '../../../app/contract/audience.ts';
import { err, type Result } from '../../../app/kernel/result.ts';
import type { Log } from '../../../app/ports/Log.ts';
import type { TillDoor } from '../../door/door.ts';
import { isOwn } from '../security/ownPages.ts';

/** What Electron tells about a message, and all that is looked at. */
export interface Sender {
  /** Of the web contents. */
  readonly id: number;
  /** `null` once the frame is gone. */
  readonly frame: { readonly url: string; readonly isMain: boolean } | null;
}

export interface Gate {
  /** The audience of this sender, or `null` if nothing may be done for it. */
  admit(sender: Sender): Audience | null;
  call(sender: Sender, name: unknown, input: unknown): Promise<Result<unknown>>;
}

export function createGate(parts: {
  readonly door: Pick<TillDoor, 'call'>;
  /** The audience of one of our windows by the id of its web contents. */
  readonly windowAudience: (id: number) => Audience | null;
  readonly log: Log;
}): Gate {
  function admit({ id, frame }: Sender): Audience | null {
    const audience = parts.windowAudience(id);
    if (audience !== null && frame?.isMain === true && isOwn(frame.url)) return audience;
    parts.log.warn('gate.refused', {
      window: id,
      known: audience !== null,
      mainFrame: frame?.isMain ?? false,
    });
    return null;
  }

  return {
    admit,
    async call(sender, name, input) {
      const audience = admit(sender);
      if (audience === null) return err({ kind: 'senderUnknown' });
      if (typeof name !== 'string') return err({ kind: 'callUnknown' });
      return parts.door.call(audience, name, input);
    },
  };
}
