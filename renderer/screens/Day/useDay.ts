/**
 * What the day's page has from the till: the figures at once, then the comparison with the wallet. The figures follow the
 * till's state; a comparison stays until it is made again, and is known to be older than the figures once they moved.
 */

import { useCallback, useEffect, useRef, useState } from 'react';
import type { DayReport } from '../../../app/contract/view.ts';
import type { Fault } from '../../../app/kernel/fault.ts';
import { useDoor } from '../../stores/context.tsx';
import { usePaced } from '../Payments/usePayments.ts';
import { type Agreement, figuresKey } from './dayModel.ts';

export interface Compared {
  readonly agreement: Agreement;
  /** Money has moved since. */
  readonly older: boolean;
}

interface Comparison {
  readonly agreement: Agreement;
  readonly of: string;
}

/** `date` as the store writes it, `null` for today whichever day that is. */
export function useDay(date: string | null, version: number) {
  const door = useDoor();
  const [report, setReport] = useState<DayReport | null>(null);
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const [comparing, setComparing] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const [closing, setClosing] = useState(false);
  // Of what was pressed; a reading that goes well takes nothing of it back.
  const [refused, setRefused] = useState<Fault | null>(null);
  const newest = useRef(date);
  newest.current = date;

  const ask = useCallback(
    async (compare: boolean): Promise<void> => {
      const asked = newest.current;
      const answer = await door.call('day.report', {
        ...(asked === null ? {} : { date: asked }),
        ...(compare ? { compare } : {}),
      });
      // Another day was chosen meanwhile.
      if (newest.current !== asked) return;
      setFault(answer.ok ? null : answer.fault);
      if (!answer.ok) return;
      setReport(answer.value);
      const { agreement } = answer.value;
      if (agreement !== null) setComparison({ agreement, of: figuresKey(answer.value) });
    },
    [door],
  );
  const read = useCallback(() => ask(false), [ask]);
  const compare = useCallback(async () => {
    const asked = newest.current;
    setComparing(true);
    await ask(true);
    if (newest.current === asked) setComparing(false);
  }, [ask]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another day is read and compared at once
  useEffect(() => {
    setReport(null);
    setComparison(null);
    setFault(null);
    setRefused(null);
    void read().then(compare);
  }, [read, compare, date]);
  usePaced(read, version);

  const close = async () => {
    setClosing(true);
    setRefused(null);
    const answer = await door.call('day.close', {});
    setClosing(false);
    if (answer.ok) return setReport(answer.value);
    setRefused(answer.fault);
    // What the closing read on its way may have opened something.
    return read();
  };

  const compared: Compared | null =
    comparison !== null && report !== null
      ? { agreement: comparison.agreement, older: comparison.of !== figuresKey(report) }
      : null;
  return { report, compared, comparing, closing, fault, refused, setRefused, compare, close };
}
