/** What became of a refund that was asked for: done, being checked, or refused. Each says where the money is. */

import { Amount } from '../../components/Amount.tsx';
import { Icon, type IconName } from '../../components/Icon.tsx';
import { useText, useTextOf } from '../../text/index.ts';
import { refundText } from '../../text/refund.ts';
import type { RefundStage } from './useRefund.ts';

export function RefundOutcome({ stage }: { readonly stage: RefundStage }) {
  const text = useText();
  const t = useTextOf(refundText);
  if (stage.at === 'lost') {
    return (
      <Said tone="attn" icon="attention" headline={t.lost}>
        {t.lostSays}
      </Said>
    );
  }
  if (stage.at !== 'asked') return null;
  const { refund } = stage;
  switch (refund.outcome) {
    case 'done':
      return (
        <Said tone="ok" icon="done" headline={t.done} amount={refund.amount}>
          {t.days}
        </Said>
      );
    case 'underway':
      return (
        <Said tone="wait" icon="waiting" headline={t.underway} amount={refund.amount}>
          {t.underwaySays}
        </Said>
      );
    case 'refused': {
      const { says, next } = text.code(refund.code);
      return (
        <Said tone="attn" icon="declined" headline={t.refused}>
          <b>{t.noMoneyBack}</b> {says} {next}
          {refund.code && <span className="code second"> {refund.code}</span>}
        </Said>
      );
    }
  }
}

function Said(props: {
  readonly tone: 'ok' | 'wait' | 'attn';
  readonly icon: IconName;
  readonly headline: string;
  readonly amount?: Parameters<typeof Amount>[0]['value'];
  readonly children: React.ReactNode;
}) {
  return (
    <div className={`refundoutcome ${props.tone}`} role="status">
      <Icon name={props.icon} />
      <h3 className="title">{props.headline}</h3>
      {props.amount && <Amount value={props.amount} size="large" />}
      <p>{props.children}</p>
    </div>
  );
}
