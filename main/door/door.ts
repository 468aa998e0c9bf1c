/**
 * The one way in for every window and client of either host: who asks, does the name exist, may this audience, can the
 * input be read; then the call's handler. It never throws and never stays silent: a refusal is a fault, and a defect of
 * ours becomes one that the log knows by its id.
 */

import { type Audience, mayDo } from '../../app/contract/audience.ts';
import { type CallName, callAudience, isCallName } from '../../app/contract/calls.ts';
import { callSchemas } from '../../app/contract/schemas.ts';
import type { CashierView, DisplayView, ViewOf } from '../../app/contract/view.ts';
import type { Unsubscribe } from '../../app/kernel/brand.ts';
import { err, type Result } from '../../app/kernel/result.ts';
import type { Ids } from '../../app/ports/Ids.ts';
import type { Log } from '../../app/ports/Log.ts';
import type { Till } from '../../app/till.ts';
import { createFeed } from './feed.ts';
import { type Handlers, type HouseCalls, handlersOf } from './handlers.ts';

export interface TillDoor {
  /** Makes a call. `input` is whatever came from outside. Never rejects. */
  call(audience: Audience, name: string, input: unknown): Promise<Result<unknown>>;
  /** The newest state as this audience may see it. */
  view<A extends Audience>(audience: A): ViewOf[A];
  /** The newest state at once, and again after every change; changes of one turn come as one. */
  onState<A extends Audience>(audience: A, listener: (view: ViewOf[A]) => void): Unsubscribe;
  /** Something that is shown and is not the till's own state has changed: a device, the customer's screen. */
  changed(): void;
  /** No listener hears anything after this. */
  close(): void;
}

export interface DoorParts {
  readonly till: Till;
  readonly house: HouseCalls;
  readonly views: { cashier(): CashierView; display(): DisplayView };
  readonly log: Log;
  readonly ids: Ids;
}

export function createDoor(parts: DoorParts): TillDoor {
  const { till, views, log, ids } = parts;
  const handlers = handlersOf(till, parts.house);
  const feed = createFeed((thrown) => void defect('state', thrown));
  const stopListening = till.onChange(feed.changed);

  function defect(where: string, thrown: unknown): Result<never> {
    const id = ids.unique();
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    log.error('defect', { id, where, message: error.message, stack: error.stack });
    return err({ kind: 'defect', id });
  }

  async function call(audience: Audience, name: string, input: unknown): Promise<Result<unknown>> {
    if (!isCallName(name)) return err({ kind: 'callUnknown' });
    if (!mayDo(audience, callAudience[name])) return err({ kind: 'notAllowed' });
    try {
      const read = callSchemas[name].safeParse(input);
      if (!read.success) {
        return err({ kind: 'inputUnreadable', where: read.error.issues[0]?.path.join('.') ?? '' });
      }
      return await handle(handlers, name, read.data, audience);
    } catch (thrown) {
      return defect(name, thrown);
    }
  }

  const stamped = <V extends CashierView | DisplayView>(view: V): V => ({ ...view, version: feed.version() });

  function view<A extends Audience>(audience: A): ViewOf[A] {
    const seen: CashierView | DisplayView = seesAll(audience)
      ? stamped(views.cashier())
      : stamped(views.display());
    // `ViewOf` says the same as `seesAll`; the compiler cannot follow a type parameter through a condition.
    return seen as ViewOf[A];
  }

  return {
    call,
    view,
    onState(audience, listener) {
      const stop = feed.listen(() => listener(view(audience)));
      listener(view(audience));
      return stop;
    },
    changed: feed.changed,
    close() {
      stopListening();
      feed.close();
    },
  };
}

function seesAll(audience: Audience): boolean {
  return audience === 'cashier' || audience === 'manager';
}

function handle(handlers: Handlers, name: CallName, input: unknown, asking: Audience) {
  // The schema of this very name has read the input, and a schema that disagrees with its call does not compile.
  const handler = handlers[name] as (
    input: unknown,
    asking: Audience,
  ) => Result<unknown> | Promise<Result<unknown>>;
  return handler(input, asking);
}
