/** The day: its figures, the till beside the wallet, what is open, and the end of it. Esc goes back to the till. */

import { useEffect, useMemo, useRef, useState } from 'react';
import type { CashierView, HistoryRow } from '../../../app/contract/view.ts';
import { Button } from '../../components/Button.tsx';
import { FaultNote } from '../../components/FaultNote.tsx';
import { useDoor, useStores } from '../../stores/context.tsx';
import { useNow } from '../../stores/useNow.ts';
import { useRoom } from '../../stores/useRoom.ts';
import { dayPageText } from '../../text/day.ts';
import { dateInWords } from '../../text/days.ts';
import { useText, useTextOf } from '../../text/index.ts';
import { scanCall } from '../../wedge.ts';
import { Paper } from '../Payments/Paper.tsx';
import { createActions } from '../Selling/actions.ts';
import { TillBar } from '../Selling/TillBar.tsx';
import { usePageKeys } from '../usePageKeys.ts';
import { Comparison } from './Comparison.tsx';
import { DayDock } from './DayDock.tsx';
import { DayHead } from './DayHead.tsx';
import './day.css';
import { dayCsv } from './dayCsv.ts';
import { dayKey } from './dayKeys.ts';
import { isExplained, momentOf, oldestFirst, primaryOf } from './dayModel.ts';
import './dayCards.css';
import './dayPrint.css';
import { ExportButton } from './ExportButton.tsx';
import { Figures } from './Figures.tsx';
import { Hours } from './Hours.tsx';
import { MemberShare, Reasons } from './Shares.tsx';
import { ToResolve } from './ToResolve.tsx';
import { useDay } from './useDay.ts';

export function Day({ view }: { readonly view: CashierView }) {
  const stores = useStores();
  const door = useDoor();
  const text = useText();
  const t = useTextOf(dayPageText);
  const now = useNow(60_000);
  const room = useRoom();
  const actions = useMemo(() => createActions(stores), [stores]);
  const page = useRef<HTMLDivElement>(null);
  const [date, setDate] = useState<string | null>(null);
  const [today, setToday] = useState<string | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [resolving, setResolving] = useState(false);
  const day = useDay(date, view.version);
  const { report } = day;
  if (report?.today && report.date !== today) setToday(report.date);

  const resolve = async (row: HistoryRow) => {
    if (view.sale?.id === row.saleId) return actions.act({ do: 'close' });
    setResolving(true);
    day.setRefused(null);
    const recalled = await door.call('sale.recall', { saleId: row.saleId });
    setResolving(false);
    if (recalled.ok) return actions.act({ do: 'close' });
    if (isExplained(recalled.fault)) return actions.act({ do: 'explain', saleId: row.saleId });
    return day.setRefused(recalled.fault);
  };
  const primary = primaryOf(
    { report, unreadable: day.fault !== null },
    resolving ? 'resolve' : day.closing ? 'close' : null,
    text,
  );
  const press = () => {
    const [oldest] = oldestFirst(report?.unresolved ?? []);
    if (primary.does === 'read') void day.compare();
    if (primary.does === 'close') void day.close();
    if (primary.does === 'resolve' && oldest !== undefined) void resolve(oldest);
  };
  const back = () => {
    // One step back at a time.
    if (stores.view.getState().menuOpen) stores.view.setState({ menuOpen: false });
    else if (choosing) setChoosing(false);
    else void actions.act({ do: 'close' });
  };
  const print = () => {
    if (report !== null) window.print();
  };
  const keys = {
    enter: () => page.current?.querySelector<HTMLButtonElement>('[data-primary]')?.click(),
    close: back,
    print,
    open: (layer: 'search' | 'parked' | 'payments' | 'help') => void actions.act({ do: 'open', layer }),
  };
  usePageKeys({
    key: (event) => dayKey(event, keys),
    scan: (scan) => {
      // Somebody stands at the till with goods or a phone: the till is what counts now.
      void actions.act({ do: 'close' });
      void actions.scanned(scanCall(scan));
    },
  });

  const title = t.title(text.wallet);
  useEffect(() => {
    document.title = `${view.till.store} · ${title}`;
  }, [view.till.store, title]);

  const shares = report && (
    <>
      <MemberShare hours={report.hours} />
      <Reasons refundsByReason={report.refundsByReason} />
    </>
  );
  const training = view.till.profile === 'training';
  const agreement = day.compared?.agreement ?? null;
  return (
    <div className={training ? 'day trainingframe' : 'day'} ref={page}>
      <TillBar view={view} now={now} room={room} act={actions.act} />
      <DayHead
        choice={{
          shown: report?.date ?? date,
          today,
          open: choosing,
          onOpen: setChoosing,
          onChoose: setDate,
        }}
        now={now}
        onClose={back}
      >
        <ExportButton
          key={report?.date}
          name={`klubbkassa-${view.till.tillNumber}-${report?.date ?? ''}.csv`}
          csv={report && (() => dayCsv(report, agreement, text))}
        />
        <Button size="small" icon="printer" keycap="Ctrl P" disabled={report === null} onPress={print}>
          {t.print}
        </Button>
      </DayHead>
      <main className="daybody" aria-label={title}>
        <Paper view={view} now={now} mark={t.notXorZ}>
          <p className="papertitle">
            {title}
            {report && `, ${dateInWords(momentOf(report.date), text.language, 0)}`}
          </p>
        </Paper>
        {report === null && day.fault && <FaultNote fault={day.fault} />}
        {report && <Figures report={report} now={now} />}
        {report && (
          <div className="middle">
            <div className="left">
              {report.unresolved.length > 0 && (
                <ToResolve rows={report.unresolved} now={now} onResolve={(row) => void resolve(row)} />
              )}
              <Hours hours={report.hours} />
            </div>
            <Comparison
              compared={day.compared}
              comparing={day.comparing}
              fault={day.fault}
              onCompare={() => void day.compare()}
            />
          </div>
        )}
        {room !== 'wide' && shares && <div className="card shares">{shares}</div>}
      </main>
      <DayDock
        primary={primary}
        refused={day.refused}
        turn={JSON.stringify([day.refused, report?.unresolved.length, day.comparing])}
        onPress={press}
        onSeen={() => day.setRefused(null)}
      >
        {room === 'wide' && shares}
      </DayDock>
    </div>
  );
}
