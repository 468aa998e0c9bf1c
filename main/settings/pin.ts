/**
 * The manager's PIN: kept as a slow hash in a file of its own, together with the wrong tries, so that neither a power cut
 * nor a new start gives free ones. A try is counted on disk before it is looked at.
 */

import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { freeTriesLeft, nextTryAt, readPin } from '../../app/domain/pin.ts';
import type { HouseFault, JournalFault } from '../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { instant, isoUtc } from '../../app/kernel/time.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Log } from '../../app/ports/Log.ts';
import { readJsonFile, writeJsonFile } from './jsonFile.ts';

export interface Pin {
  isSet(): boolean;
  set(pin: string): Promise<Result<null>>;
  /** Faults `pinMissing`, `pinWrong`, `pinWait`; those of the disk where a try cannot be counted. */
  check(pin: string): Promise<Result<null>>;
}

/** 32 MB and about a third of a second on a small machine: a fast guesser gains nothing from the file. */
const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 2 ** 20 } as const;
const hashBytes = 32;

const pinFile = z.strictObject({
  salt: z.base64(),
  hash: z.base64(),
  N: z.int().positive(),
  r: z.int().positive(),
  p: z.int().positive(),
  wrong: z.int().min(0),
  /** Milliseconds since 1970, of the last wrong try. */
  lastAt: z.int().min(0),
});

type Kept = Readonly<z.infer<typeof pinFile>>;

/** A file that cannot be read as what it is stops the start: without it whoever stands at a machine would be its manager. */
export function openPin(
  folder: string,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Result<Pin, HouseFault | JournalFault> {
  const path = join(folder, 'pin.json');
  const found = readJsonFile(path);
  if (!found.ok) return found;
  if (found.value.kind === 'broken') return err(found.value.fault);
  let kept: Kept | null = null;
  if (found.value.kind === 'read') {
    const parsed = pinFile.safeParse(found.value.value);
    if (!parsed.success) return err({ kind: 'fileUnreadable', line: 1, why: 'pin.json is no PIN' });
    kept = parsed.data;
  }

  /** One at a time: two tries at once are two tries. */
  let before: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = before.then(work);
    before = mine.catch(() => undefined);
    return mine;
  }

  function keep(next: Kept): Result<void, JournalFault> {
    const written = writeJsonFile(path, next);
    if (written.ok) kept = next;
    return written;
  }

  async function set(given: string): Promise<Result<null>> {
    const pin = readPin(given);
    if (!pin.ok) return pin;
    const salt = randomBytes(16);
    const hash = await slowHash(pin.value, salt, cost);
    const { N, r, p } = cost;
    const made = { salt: salt.toString('base64'), hash: hash.toString('base64'), N, r, p };
    const written = keep({ ...made, wrong: 0, lastAt: 0 });
    if (!written.ok) return written;
    log.info('pin.set', {});
    return ok(null);
  }

  async function check(given: string): Promise<Result<null>> {
    if (kept === null) return err({ kind: 'pinMissing' });
    const now = clock.now();
    if (kept.lastAt > now) {
      // The clock was set back: what is left to wait is counted from here, once.
      const moved = keep({ ...kept, lastAt: now });
      if (!moved.ok) return moved;
    }
    const until = nextTryAt({ wrong: kept.wrong, lastAt: instant(kept.lastAt) }, now);
    if (until !== null) return err({ kind: 'pinWait', until: isoUtc(until) });
    const wrong = kept.wrong + 1;
    const counted = keep({ ...kept, wrong, lastAt: now });
    if (!counted.ok) return counted;
    const { salt, hash, N, r, p } = kept;
    const of = await slowHash(given, Buffer.from(salt, 'base64'), { N, r, p, maxmem: cost.maxmem });
    if (!timingSafeEqual(of, Buffer.from(hash, 'base64'))) {
      log.warn('pin.wrong', { wrong });
      const next = nextTryAt({ wrong, lastAt: now }, clock.now());
      return err(
        next === null
          ? { kind: 'pinWrong', left: freeTriesLeft(wrong) }
          : { kind: 'pinWait', until: isoUtc(next) },
      );
    }
    log.info('pin.right', {});
    // Whoever knows it has waited for nothing: that the count could not be taken back keeps nobody out.
    const cleared = keep({ ...kept, wrong: 0, lastAt: 0 });
    if (!cleared.ok) log.warn('pin.notCleared', { fault: cleared.fault.kind });
    return ok(null);
  }

  return ok({
    isSet: () => kept !== null,
    set: (given) => inTurn(() => set(given)),
    check: (given) => inTurn(() => check(given)),
  });
}

function slowHash(pin: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, hashBytes, options, (error, hash) => (error === null ? resolve(hash) : reject(error)));
  });
}
