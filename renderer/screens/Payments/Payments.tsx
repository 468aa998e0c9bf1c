/** Payments, newest first, and the one that is chosen explained. Esc goes back to the till; the till goes on meanwhile. */

import { useEffect, useMemo, useState } from 'react';
import type { CashierView } from '../../../app/contract/view.ts';
import { Button } from '../../components/Button.tsx';
import { FaultNote } from '../../components/FaultNote.tsx';
import { useStores, useView } from '../../stores/context.tsx';
import { useNow } from '../../stores/useNow.ts';
import { useRoom } from '../../stores/useRoom.ts';
import { useText, useTextOf, withUnit } from '../../text/index.ts';
import { paymentsText } from '../../text/payments.ts';
import { createActions } from '../Selling/actions.ts';
import { TillBar } from '../Selling/TillBar.tsx';
import { copyText } from './copyText.ts';
import { Explained } from './Explained.tsx';
import { explanationOf, plainText } from './explanation.ts';
import { Paper } from './Paper.tsx';
import { PaymentList } from './PaymentList.tsx';
import { PaymentsHead } from './PaymentsHead.tsx';
import './payments.css';
import './print.css';
import { scanCall } from '../../wedge.ts';
import { RefundDialog } from './RefundDialog.tsx';
import { daysOfRows } from './rows.ts';
import { usePaymentKeys } from './usePaymentKeys.ts';
import { type Query, signatureOf, useExplained, useList } from './usePayments.ts';

export function Payments({ view }: { readonly view: CashierView }) {
  const stores = useStores();
  const text = useText();
  const t = useTextOf(paymentsText);
  const now = useNow(60_000);
  const room = useRoom();
  const actions = useMemo(() => createActions(stores), [stores]);
  const wanted = useView((one) => one.explained);
  const [query, setQuery] = useState<Query>({ only: 'all', text: '' });
  const [picked, setPicked] = useState<string | null>(null);
  const [refunding, setRefunding] = useState(false);

  const { listed, fault } = useList(query, view.version);
  const rows = listed?.rows ?? [];
  const shown = wanted ?? rows[0]?.saleId ?? null;
  const chosen = rows.some((row) => row.saleId === picked) ? picked : shown;
  const { explained, fault: explainFault, reload } = useExplained(shown, signatureOf(shown, rows, view));

  const show = (saleId: string) => {
    setPicked(saleId);
    stores.view.setState({ explained: saleId });
  };
  const ask = (change: Partial<Query>) => {
    setQuery({ ...query, ...change });
    setPicked(null);
    // What is found by the new question is explained, and not what stood there before.
    stores.view.setState({ explained: null });
  };
  const mayRefund = explained !== null && explained.noRefund === null;
  const refund = () => {
    if (mayRefund) setRefunding(true);
  };
  const print = () => {
    if (explained !== null) window.print();
  };
  const close = () => {
    // One step back at a time.
    if (stores.view.getState().menuOpen) stores.view.setState({ menuOpen: false });
    else void actions.act({ do: 'close' });
  };
  usePaymentKeys({
    step: (by) => {
      const at = rows.findIndex((row) => row.saleId === chosen);
      const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
      if (next !== undefined) setPicked(next.saleId);
    },
    enter: () => {
      if (chosen !== null) show(chosen);
    },
    close,
    refund,
    print,
    open: (layer) => void actions.act({ do: 'open', layer }),
    scan: (scan) => {
      // Somebody stands at the till with goods or a phone: the till is what counts now.
      if (!refunding) void actions.act({ do: 'close' });
      void actions.scanned(scanCall(scan));
    },
  });

  useEffect(() => {
    document.title = `${view.till.store} · ${text.common.payments}`;
  }, [view.till.store, text.common.payments]);

  const explanation = explained === null ? null : explanationOf(explained, view.till, text, now);
  const training = view.till.profile === 'training';
  return (
    <div className={training ? 'payments trainingframe' : 'payments'}>
      <TillBar view={view} now={now} room={room} act={actions.act} />
      <PaymentsHead query={query} room={room} onAsk={ask} onClose={close} />
      <div className="paymentsbody">
        <div className="listside">
          {fault && <FaultNote fault={fault} />}
          {listed !== null && rows.length === 0 && <Nothing query={listed.query} />}
          <PaymentList
            label={text.common.payments}
            days={daysOfRows(rows, text, now)}
            chosen={chosen}
            shown={shown}
            onShow={show}
          />
        </div>
        {explained !== null && explanation !== null ? (
          <Explained
            sale={explained}
            explanation={explanation}
            paper={<Paper view={view} now={now} mark={t.notAReceipt} />}
          >
            {explainFault && <FaultNote fault={explainFault} />}
            <Button icon="released" keycap="F3" disabled={!mayRefund} onPress={refund}>
              {t.refund}
            </Button>
            <Button icon="printer" keycap="Ctrl P" onPress={print}>
              {t.print}
            </Button>
            <CopyButton
              key={explained.saleId}
              copy={() => copyText(plainText(explanation, t.explainTitle, withUnit(explained.total)), window)}
            />
            {explained.noRefund && explained.captured.minor > 0 && (
              <p className="whynot small second">{text.fault(explained.noRefund).says}</p>
            )}
          </Explained>
        ) : (
          <main className="explained empty" aria-label={t.explainTitle}>
            {explainFault ? (
              <FaultNote fault={explainFault} />
            ) : (
              rows.length > 0 && shown === null && <p className="second">{t.choose}</p>
            )}
          </main>
        )}
      </div>
      {refunding && explained !== null && (
        <RefundDialog
          sale={explained}
          till={view.till}
          onAsked={() => void reload()}
          onClose={() => setRefunding(false)}
        />
      )}
    </div>
  );
}

function Nothing({ query }: { readonly query: Query }) {
  const t = useTextOf(paymentsText);
  const searched = query.text.trim() !== '';
  const none = { all: t.none, unresolved: t.nothingOpen, refunded: t.noRefunds }[query.only];
  return (
    <div className="nothing" role="status">
      <p>{searched ? t.nothingFound : none}</p>
      {searched && <p className="second">{t.nothingFoundSays}</p>}
    </div>
  );
}

function CopyButton({ copy }: { readonly copy: () => Promise<boolean> }) {
  const t = useTextOf(paymentsText);
  const [copied, setCopied] = useState<boolean | null>(null);
  const word = copied === null ? t.copy : copied ? t.copied : t.notCopied;
  return (
    <Button
      look="plain"
      icon={copied === null ? 'copy' : copied ? 'done' : 'attention'}
      onPress={() => void copy().then(setCopied)}
    >
      <span aria-live="polite">{word}</span>
    </Button>
  );
}
