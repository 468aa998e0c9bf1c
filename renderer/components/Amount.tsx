/** An amount with its unit at half size. Read aloud as kroner and øre (euro and cent), not as digits. */

import { formatAmount, type Money, unitOf } from '../../app/domain/money.ts';
import { useText } from '../text/index.ts';
import './Amount.css';

export function Amount(props: {
  readonly value: Money;
  readonly size?: 'small' | 'medium' | 'large' | 'inherit';
  readonly unit?: boolean;
}) {
  const { value, size = 'inherit', unit = true } = props;
  const spoken = useText().selling.spokenAmount(value.minor, value.currency);
  return (
    <span className={`amount ${size}`}>
      <span aria-hidden="true">
        {formatAmount(value)}
        {unit && <span className="unit">{unitOf(value.currency)}</span>}
      </span>
      <span className="unseen">{spoken}</span>
    </span>
  );
}
