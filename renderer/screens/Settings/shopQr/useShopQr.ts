/** The codes of the sales unit, as the service has them, and what is done about them. */

import { useCallback, useEffect, useState } from 'react';
import type { StaticQrView } from '../../../../app/contract/view.ts';
import type { Fault } from '../../../../app/kernel/fault.ts';
import type { Result } from '../../../../app/kernel/result.ts';
import { useDoor } from '../../../stores/context.tsx';
import { type Asked, asked } from '../asked.ts';

export interface ShopQrState {
  readonly codes: Asked<readonly StaticQrView[]>;
  readonly chosen: StaticQrView | null;
  readonly busy: boolean;
  load(): void;
  choose(id: string): void;
  /** Each tells what was refused, or `null`. */
  make(location: string): Promise<Fault | null>;
  rename(id: string, location: string): Promise<Fault | null>;
  remove(id: string): Promise<Fault | null>;
}

export function useShopQr(): ShopQrState {
  const door = useDoor();
  const [codes, setCodes] = useState<Asked<readonly StaticQrView[]>>({ kind: 'asking' });
  const [wanted, setWanted] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const fetchCodes = useCallback(async () => setCodes(asked(await door.call('staticQr.list', {}))), [door]);
  useEffect(() => void fetchCodes(), [fetchCodes]);

  async function done<T>(doing: Promise<Result<T>>, then: (value: T) => void): Promise<Fault | null> {
    setBusy(true);
    const answer = await doing;
    if (answer.ok) {
      then(answer.value);
      await fetchCodes();
    }
    setBusy(false);
    return answer.ok ? null : answer.fault;
  }

  return {
    codes,
    chosen: codes.kind === 'answered' ? chosenOf(codes.value, wanted) : null,
    busy,
    load: () => void fetchCodes(),
    choose: setWanted,
    make: (location) => done(door.call('staticQr.put', { location }), ({ id }) => setWanted(id)),
    rename: (id, location) => done(door.call('staticQr.put', { id, location }), () => setWanted(id)),
    remove: (id) => done(door.call('staticQr.delete', { id }), () => setWanted(null)),
  };
}

/** The one that was chosen, else the first of this till, else the first there is. */
export function chosenOf(codes: readonly StaticQrView[], wanted: string | null): StaticQrView | null {
  return (
    codes.find(({ id }) => id === wanted) ?? codes.find(({ isThisTills }) => isThisTills) ?? codes[0] ?? null
  );
}
