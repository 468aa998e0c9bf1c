/** Sends money back: what, why, and one button that says how much. The sum that goes back is the biggest thing in it. */

import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { SaleExplained, TillView } from '../../../app/contract/view.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { PrimaryButton } from '../../components/PrimaryButton.tsx';
import { useText, useTextOf } from '../../text/index.ts';
import { refundText } from '../../text/refund.ts';
import './RefundDialog.css';
import { RefundChoice } from './RefundChoice.tsx';
import { RefundOutcome } from './RefundOutcome.tsx';
import { refundPrimary } from './refundPrimary.ts';
import { useRefund } from './useRefund.ts';

export function RefundDialog(props: {
  readonly sale: SaleExplained;
  readonly till: TillView;
  /** The till has answered, whatever it said. */
  readonly onAsked: () => void;
  readonly onClose: () => void;
}) {
  const { sale, till, onAsked, onClose } = props;
  const text = useText();
  const t = useTextOf(refundText);
  const refund = useRefund(sale, till, onAsked);
  const { form, stage } = refund;
  const body = useRef<HTMLDivElement>(null);
  const ended = stage.at === 'asked' || stage.at === 'lost';
  const primary = refundPrimary(form, stage, sale, text);
  const press = () => {
    if (primary.look !== 'go') return;
    if (ended) onClose();
    else void refund.ask();
  };
  useEffect(() => {
    // The outcome is read at once, and Enter closes it.
    if (ended) body.current?.querySelector<HTMLButtonElement>('[data-primary]')?.focus();
  }, [ended]);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.repeat) return;
    if (event.target instanceof Element && event.target.closest('button, select') !== null) return;
    event.preventDefault();
    press();
  };
  return (
    <Dialog label={t.title} subject={t.title} close={text.common.close} wide onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter in any field is the one button below */}
      <div className="refund" ref={body} onKeyDown={onKey}>
        {ended ? (
          <RefundOutcome stage={stage} />
        ) : (
          <RefundChoice sale={sale} form={form} stage={stage} onChange={refund.change} />
        )}
        <div className="refundacts">
          {!ended && (
            <Button keycap="Esc" onPress={onClose}>
              {text.common.close}
            </Button>
          )}
          <PrimaryButton small guarded={false} {...primary} onPress={press} />
        </div>
        {!ended && <p className="small second">{t.days}</p>}
      </div>
    </Dialog>
  );
}
