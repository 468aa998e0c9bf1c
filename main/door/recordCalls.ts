/** The calls about old sales and about the day: what the till answers, as the pages receive it. */

import type { CallInput } from '../../app/contract/calls.ts';
import { explained, refundView } from '../../app/contract/viewExplain.ts';
import { dayReport, historyRow } from '../../app/contract/viewHistory.ts';
import type { RefundAsk } from '../../app/domain/refund.ts';
import type { LineId, SaleId } from '../../app/domain/sale.ts';
import { err, ok } from '../../app/kernel/result.ts';
import { readInstant } from '../../app/kernel/time.ts';
import { readDay } from '../../app/kernel/zone.ts';
import type { Till } from '../../app/till.ts';
import type { Handlers } from './handlers.ts';

type RecordCalls = Pick<
  Handlers,
  'refund.request' | 'history.search' | 'history.get' | 'day.report' | 'day.close'
>;

export function recordCalls(till: Till): RecordCalls {
  return {
    async 'refund.request'({ saleId, reason, ...asked }) {
      const refunded = await till.refund(saleId as SaleId, askOf(asked), reason);
      return refunded.ok ? ok(refundView(refunded.value.sale, refunded.value.refund)) : refunded;
    },
    'history.search'({ text, from, to, only }) {
      const found = till.history({
        ...(text === undefined ? {} : { text }),
        ...momentOf('from', from),
        ...momentOf('to', to),
        ...(only === undefined ? {} : { only }),
      });
      return found.ok ? ok(found.value.map(historyRow)) : found;
    },
    async 'history.get'({ saleId, log = true }) {
      const record = await till.record(saleId, log);
      return record.ok ? ok(explained(record.value)) : record;
    },
    async 'day.report'({ date: text, compare = false }) {
      const date = text === undefined ? till.days.today() : readDay(text);
      if (date === null) return err({ kind: 'inputUnreadable', where: 'date' });
      const agreement = compare ? await till.days.compare(date) : ok(null);
      if (!agreement.ok) return agreement;
      const day = till.days.report(date);
      return day.ok ? ok(dayReport(day.value, agreement.value)) : day;
    },
    async 'day.close'() {
      const closed = await till.days.close();
      return closed.ok ? ok(dayReport(closed.value, null)) : closed;
    },
  };
}

function askOf({ lines, amount }: Omit<CallInput<'refund.request'>, 'saleId' | 'reason'>): RefundAsk {
  if (lines !== undefined) {
    const wanted = lines.map(({ lineId, quantity }) => ({ line: lineId as LineId, quantity }));
    return { kind: 'lines', lines: wanted };
  }
  return amount === undefined ? { kind: 'whole' } : { kind: 'amount', minor: amount };
}

function momentOf<K extends string>(name: K, text: string | undefined) {
  const at = text === undefined ? null : readInstant(text);
  return (at === null ? {} : { [name]: at }) as { readonly [key in K]?: NonNullable<typeof at> };
}
