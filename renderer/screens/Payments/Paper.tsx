/** Above what is printed: that it is training, what it is not, whose it is, and when. Nobody sees it on the screen. */

import type { ReactNode } from 'react';
import type { CashierView } from '../../../app/contract/view.ts';
import { dayInWords } from '../../text/days.ts';
import { clock, useText, useTextOf } from '../../text/index.ts';
import { paymentsText } from '../../text/payments.ts';
import './paper.css';

export function Paper(props: {
  readonly view: CashierView;
  readonly now: number;
  /** What the paper is not. */
  readonly mark: string;
  readonly children?: ReactNode;
}) {
  const { till } = props.view;
  const text = useText();
  const t = useTextOf(paymentsText);
  return (
    <div className="paperhead" aria-hidden="true">
      {till.profile === 'training' && <p className="papertraining">{text.common.training}</p>}
      <p className="papermark">{props.mark}</p>
      <p>
        <b>{till.store}</b> {till.place} · {text.common.till} {till.tillNumber}
      </p>
      {props.children}
      <p>{t.printed(`${dayInWords(props.now, text.language, 0)}, ${clock(props.now)}`)}</p>
    </div>
  );
}
