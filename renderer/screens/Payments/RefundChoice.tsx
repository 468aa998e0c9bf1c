/** What goes back, and why: by line with a stepper each, all of it, or an amount; the cap is always stated. */

import { useId } from 'react';
import type { RefundableLine, SaleExplained } from '../../../app/contract/view.ts';
import { formatAmount, money, unitOf } from '../../../app/domain/money.ts';
import { Amount } from '../../components/Amount.tsx';
import { IconButton } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Segment } from '../../components/Segment.tsx';
import { clock, useText, useTextOf, withUnit } from '../../text/index.ts';
import { fill } from '../../text/language.ts';
import { refundText } from '../../text/refund.ts';
import { RefundFault } from './RefundFault.tsx';
import {
  goesBack,
  isTooMuch,
  type ReasonKey,
  type RefundForm,
  type RefundKind,
  reasonKeys,
  withUnits,
} from './refund.ts';
import { whoOf } from './rows.ts';
import type { RefundStage } from './useRefund.ts';

interface ChoiceProps {
  readonly sale: SaleExplained;
  readonly form: RefundForm;
  readonly stage: RefundStage;
  readonly onChange: (part: Partial<RefundForm>) => void;
}

export function RefundChoice(props: ChoiceProps) {
  const { sale, form, stage, onChange } = props;
  const text = useText();
  const t = useTextOf(refundText);
  const who = sale.masked === null ? null : whoOf(sale, text);
  const time = clock(sale.at);
  const byLine = sale.lines.some((line) => line.left > 0);
  const kinds: readonly RefundKind[] = byLine ? ['lines', 'all', 'amount'] : ['all', 'amount'];
  const amount = goesBack(form, sale) ?? money(0, sale.refundable.currency);
  return (
    <>
      <p className="second cap">
        {who === null ? t.paidByQr(time) : t.paid(time, who)}{' '}
        {fill(t.most, { sum: withUnit(sale.refundable) })}
      </p>
      <Segment
        label={t.how}
        choices={kinds.map((value) => ({ value, word: t.kinds[value] }))}
        chosen={form.kind}
        disabled={stage.at === 'asking'}
        onChoose={(kind) => onChange({ kind })}
      />
      <What {...props} />
      <div className="why">
        <Reason {...props} />
        <p className={isTooMuch(form, sale) ? 'goesback toomuch' : 'goesback'} role="status">
          <span className="label">{t.goesBack}</span>
          <Amount value={amount} size="inherit" />
        </p>
      </div>
      {stage.at === 'choosing' && stage.fault !== null && <RefundFault fault={stage.fault} />}
    </>
  );
}

function What({ sale, form, stage, onChange }: ChoiceProps) {
  const t = useTextOf(refundText);
  const held = stage.at === 'asking';
  switch (form.kind) {
    case 'all':
      return <p className="everything">{t.everything}</p>;
    case 'amount': {
      const problem =
        goesBack(form, sale) === null
          ? t.amountUnreadable
          : isTooMuch(form, sale)
            ? fill(t.most, { sum: withUnit(sale.refundable) })
            : null;
      return (
        <Field
          label={t.amount}
          value={form.amountText}
          inputMode="numeric"
          maxLength={12}
          disabled={held}
          trailing={<span className="second">{unitOf(sale.refundable.currency)}</span>}
          {...(problem !== null && { problem })}
          onChange={(amountText) => onChange({ amountText })}
        />
      );
    }
    case 'lines':
      return (
        <ul className="refundlines">
          {sale.lines.map((line) => (
            <Line
              key={line.lineId}
              line={line}
              units={form.units[line.lineId] ?? 0}
              held={held}
              onUnits={(units) => onChange(withUnits(form, sale, line.lineId, units))}
            />
          ))}
        </ul>
      );
  }
}

function Line(props: {
  readonly line: RefundableLine;
  readonly units: number;
  readonly held: boolean;
  readonly onUnits: (units: number) => void;
}) {
  const { line, units, held, onUnits } = props;
  const t = useTextOf(refundText);
  const worth = line.worth[units - 1];
  const gone = line.left === 0;
  return (
    <li className={units > 0 ? 'chosen' : undefined}>
      <p className="name">
        {line.name}
        <span className="second digits">
          {' '}
          {gone ? t.gone : t.forSum(line.quantity, formatAmount(line.total))}
        </span>
      </p>
      {!gone && (
        <span className="stepper">
          <IconButton
            icon="minus"
            label={t.fewer(line.name)}
            outlined
            disabled={held || units === 0}
            onPress={() => onUnits(units - 1)}
          />
          <span className="digits">{t.of(units, line.left)}</span>
          <IconButton
            icon="plus"
            label={t.more(line.name)}
            outlined
            disabled={held || units === line.left}
            onPress={() => onUnits(units + 1)}
          />
        </span>
      )}
      <Amount value={worth ?? money(0, line.total.currency)} size="inherit" unit={false} />
    </li>
  );
}

function Reason({ form, stage, onChange }: ChoiceProps) {
  const t = useTextOf(refundText);
  const id = useId();
  const held = stage.at === 'asking';
  return (
    <div className="reason">
      <div className="field">
        <label htmlFor={id}>{t.reason}</label>
        <div className="box">
          <select
            id={id}
            value={form.reason ?? ''}
            disabled={held}
            onChange={(event) => onChange({ reason: reasonOf(event.target.value) })}
          >
            <option value="">{t.chooseReason}</option>
            {reasonKeys.map((key) => (
              <option key={key} value={key}>
                {t.reasons[key]}
              </option>
            ))}
          </select>
          <Icon name="down" />
        </div>
      </div>
      {form.reason === 'other' && (
        <Field
          label={t.otherReason}
          value={form.reasonText}
          maxLength={80}
          disabled={held}
          onChange={(reasonText) => onChange({ reasonText })}
        />
      )}
    </div>
  );
}

function reasonOf(value: string): ReasonKey | null {
  return reasonKeys.find((key) => key === value) ?? null;
}
