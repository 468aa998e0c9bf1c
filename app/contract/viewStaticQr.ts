/** The store's own codes and the webhooks of the sales unit, as the manager sees them. */

export interface StaticQrView {
  readonly id: string;
  /** Shown in the customer's app; at most 36 characters. */
  readonly location: string;
  /** A scan of it comes to this till, as long as webhooks do. */
  readonly isThisTills: boolean;
  /** The picture on this host; `null` where the service told none. */
  readonly image: string | null;
  /** What the code says. */
  readonly content: string | null;
}

export interface WebhookView {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly isThisTills: boolean;
}

/** `taken`: the service refuses another registration, since others hold what there is. */
export type RegistrationState = 'none' | 'registered' | 'failing' | 'taken';

/**
 * Whether a scan of this till's own code comes to it: without a webhook it reaches nobody (payments.md 5.3). `idle`: the
 * till has no code; `coming`: it has one, and the service is about to be told; all but `open` after these is trouble.
 */
export type CodeRoad = 'idle' | 'coming' | 'open' | 'failing' | 'taken' | 'unreachable';

/** How the service's messages reach this till. */
export interface WebhooksView {
  /** Where the service reaches this till; `null` where it cannot, and then no scan of a static code does. */
  readonly url: string | null;
  readonly payments: RegistrationState;
  readonly checkIns: RegistrationState;
  readonly checkedAt: string | null;
  readonly lastSeenAt: string | null;
  /** Deliveries whose signature was wrong, since the till started. */
  readonly refused: number;
  /** When the last of them came. */
  readonly refusedAt: string | null;
  /** Every registration of the sales unit; `null` where the service could not be asked. */
  readonly registrations: readonly WebhookView[] | null;
}
