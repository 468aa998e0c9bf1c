/**
 * The wallet in memory, for tests of flows: it keeps payments by the documents' rules and can be made to lose calls.
 * The full simulated service, over HTTP and as strict as the documents, is the training service in `main`.
 */

import type { PaymentReference, PaymentRequest } from '../domain/payment.ts';
import type { PaymentLogEntry } from '../domain/saleRecord.ts';
import type { RemoteFault } from '../kernel/fault.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Payments } from '../ports/Payments.ts';
import { carryOut, created, factsOf, type Ledger } from './paymentWorld.ts';

export type WalletCall = 'create' | 'read' | 'capture' | 'cancel' | 'refund';

/** `before`: lost on the way there. `after`: done, and the answer lost. Anything else is answered as this fault. */
export type Loss =
  | 'before'
  | 'after'
  | RemoteFault['kind']
  | 'pushNotAllowed'
  | 'cannotSendToNumber'
  | 'receiptRefused'
  /** With the service's own code. */
  | { readonly kind: RemoteFault['kind']; readonly code: string };

export interface MemoryWallet extends Payments {
  readonly calls: { readonly call: WalletCall; readonly reference: string; readonly key: string | null }[];
  readonly requests: Map<string, PaymentRequest>;
  ledger(reference: string): Ledger | null;
  customer(reference: string, does: 'AUTHORIZED' | 'ABORTED' | 'EXPIRED'): void;
  /** Somebody sends money back in the business portal. */
  releaseElsewhere(reference: string): void;
  refundElsewhere(reference: string, minor: number): void;
  /** The service's log of each payment, as a test wishes it. */
  readonly logs: Map<string, readonly PaymentLogEntry[]>;
  /** The next calls of this kind go wrong, one by one. */
  lose(call: WalletCall, ...losses: readonly Loss[]): void;
  /** Runs just before a cancel is carried out: a customer who approves in that very moment. */
  beforeCancel: (reference: string) => void;
}

export function memoryWallet(): MemoryWallet {
  const ledgers = new Map<string, Ledger>();
  const keys = new Map<string, string>();
  const losses = new Map<WalletCall, Loss[]>();

  function fault(loss: Loss): never {
    const { kind, code } = typeof loss === 'string' ? { kind: loss, code: undefined } : loss;
    const service = { api: 'epayment', ...(code === undefined ? {} : { code }) };
    return { kind, service, retryAfterMs: null } as never;
  }

  async function call<T>(
    name: WalletCall,
    reference: string,
    key: string | null,
    work: () => Result<T, never>,
  ) {
    wallet.calls.push({ call: name, reference, key });
    const loss = losses.get(name)?.shift();
    if (loss === 'before') return err(fault('noAnswer'));
    if (loss !== undefined && loss !== 'after') return err(fault(loss));
    const done = work();
    return loss === 'after' ? err(fault('noAnswer')) : done;
  }

  function operate(
    name: 'capture' | 'cancel' | 'release' | 'refund',
    reference: string,
    minor: number,
    key: string,
  ) {
    const ledger = ledgers.get(reference);
    const request = wallet.requests.get(reference);
    if (!ledger || !request) return err(fault('notFound'));
    const amount = request.amount.minor;
    const operation = { kind: name, key, amount: minor as never, target: 0 };
    const after = carryOut(ledger, operation, amount);
    if (after === null) {
      const approved = name === 'cancel' && ledger.state === 'AUTHORIZED';
      return err(fault(approved ? ('alreadyApproved' as never) : 'rejected'));
    }
    ledgers.set(reference, after);
    return ok(factsOf(after, amount));
  }

  const wallet: MemoryWallet = {
    calls: [],
    requests: new Map(),
    logs: new Map(),
    refundElsewhere(reference, minor) {
      const ledger = ledgers.get(reference);
      if (ledger) ledgers.set(reference, { ...ledger, refunded: ledger.refunded + minor });
    },
    releaseElsewhere(reference) {
      operate('release', reference, 0, 'portal');
    },
    beforeCancel: () => {},
    ledger: (reference) => ledgers.get(reference) ?? null,
    customer(reference, does) {
      const ledger = ledgers.get(reference);
      if (ledger?.state === 'CREATED') ledgers.set(reference, { ...ledger, state: does });
    },
    lose: (name, ...more) => {
      losses.set(name, [...(losses.get(name) ?? []), ...more]);
    },
    create: (reference, request, key) =>
      call('create', reference, key, () => {
        const body = JSON.stringify([reference, request]);
        if ((keys.get(key) ?? body) !== body) return err(fault('conflict'));
        keys.set(key, body);
        wallet.requests.set(reference, request);
        if (!ledgers.has(reference)) ledgers.set(reference, created());
        const qrImageUrl = request.payer.by === 'qrOnScreen' ? `https://qr.test/${reference}` : null;
        return ok({ qrImageUrl });
      }),
    read: (reference) =>
      call('read', reference, null, () => {
        const ledger = ledgers.get(reference);
        const request = wallet.requests.get(reference);
        if (!ledger || !request) return err(fault('notFound'));
        return ok({ ...factsOf(ledger, request.amount.minor), saleId: request.saleId });
      }),
    log: async (reference) => ok(wallet.logs.get(reference) ?? []),
    capture: (reference, amount, key) =>
      call('capture', reference, key, () => operate('capture', reference, amount.minor, key)),
    cancel: (reference, onlyUnapproved, key) =>
      call('cancel', reference, key, () => {
        wallet.beforeCancel(reference);
        return operate(onlyUnapproved ? 'cancel' : 'release', reference, 0, key);
      }),
    refund: (reference: PaymentReference, amount, key) =>
      call('refund', reference, key, () => operate('refund', reference, amount.minor, key)),
  };
  return wallet;
}
