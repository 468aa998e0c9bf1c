/** What a host gives the composition and what it gets: a till that runs, and nothing of what it is made of. */

import type { TillView } from '../../app/contract/view.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Log } from '../../app/ports/Log.ts';
import type { Till } from '../../app/till.ts';
import type { TillDoor } from '../door/door.ts';
import type { Database } from '../journal/open.ts';
import type { QrImages } from '../pages/qrImages.ts';
import type { Program } from '../program.ts';
import type { Delivery } from '../webhooks/receiver.ts';
import type { KeyKeeper } from './keys.ts';

export interface ComposeOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly program: Program;
  /** Who keeps the key that seals what is personal or secret. */
  readonly keys: KeyKeeper;
  /** Starts this program once more beside itself; answers its process id, or `null` where it could not. For the drill. */
  readonly startAnew: () => number | null;
  /** Somebody at an unattended machine knows the manager's PIN. */
  readonly unlocked: () => void;
  /** The manager wants the till to end. */
  readonly quit: () => void;
  /** Only for tests: a disk that fails on demand under the journal. */
  readonly disk?: (database: Database) => Database;
}

/** A till that runs, and all that a host needs of it. */
export interface Composition {
  readonly door: TillDoor;
  readonly till: Till;
  readonly profile: TillView['profile'];
  readonly kind: TillView['kind'];
  /** The data folder of this profile. */
  readonly folder: string;
  /** Whether the manager's PIN has been set. */
  hasPin(): boolean;
  /** The port that settings or environment ask for. */
  readonly port: number | null;
  readonly qrImages: QrImages;
  /** Address of the simulated customer's phone; `null` outside training. */
  readonly trainingPhone: string | null;
  readonly clock: Clock;
  readonly log: Log;
  language(): TillView['language'];
  customerScreenWanted(): 'auto' | 'off';
  /** Whether a page in a browser may use a camera, as it is set now. */
  cameraWanted(): boolean;
  /** The host tells whether a customer's screen is there. */
  customerScreenIs(on: boolean): void;
  /** There is an address for webhooks, so the host must listen for them. */
  readonly takesWebhooks: boolean;
  /** Takes a webhook and answers the HTTP status to give. */
  receiveWebhook(delivery: Delivery): number;
  /** What anybody on this machine may know. */
  health(): Readonly<Record<string, unknown>>;
  /** Undoes everything; afterwards nothing runs and nothing is listened to. */
  close(): Promise<void>;
}
