/** One sentence about the money, set apart: the fact a cashier looks for first. */

import { Icon } from './Icon.tsx';
import './MoneyBar.css';

export function MoneyBar(props: { readonly tone: 'ok' | 'attn' | 'wait'; readonly children: string }) {
  const icon = { ok: 'proven', attn: 'attention', wait: 'waiting' } as const;
  return (
    <p className={`moneybar ${props.tone}`}>
      <Icon name={icon[props.tone]} />
      {props.children}
    </p>
  );
}
