/** Explain this payment: the truth in one sentence, and under it every step with the service's own word beside the till's. */

import type { ReactNode } from 'react';
import type { SaleExplained } from '../../../app/contract/view.ts';
import { Amount } from '../../components/Amount.tsx';
import { Chip } from '../../components/Chip.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useTextOf } from '../../text/index.ts';
import { paymentsText } from '../../text/payments.ts';
import './Explained.css';
import type { Explanation, ItemModel, StepModel } from './explanation.ts';

export function Explained(props: {
  readonly sale: SaleExplained;
  readonly explanation: Explanation;
  /** The buttons at the foot. */
  readonly children: ReactNode;
  /** What stands only on paper, above everything. */
  readonly paper: ReactNode;
}) {
  const { sale, explanation } = props;
  const t = useTextOf(paymentsText);
  return (
    <main className="explained" aria-label={t.explainTitle}>
      <div className="scroll">
        {props.paper}
        <div className="head">
          <p className="label">{t.explainTitle}</p>
          <Chip {...explanation.chip} />
        </div>
        <Amount value={sale.total} size="large" />
        <p className="sentence" role="status">
          {explanation.sentence}
        </p>
        {explanation.items.length > 0 && (
          <ul className="steps items" aria-label={t.items}>
            {explanation.items.map((item) => (
              <Item key={item.key} item={item} />
            ))}
          </ul>
        )}
        <dl className="facts">
          {explanation.facts.map((fact) => (
            <div key={fact.key}>
              <dt>{fact.name}</dt>
              <dd className={fact.code ? 'code' : undefined}>{fact.value}</dd>
            </div>
          ))}
        </dl>
        {explanation.attempts.length > 0 && (
          <ul className="attempts">
            {explanation.attempts.map((one) => (
              <li key={one.key}>
                <span className="code reference">{one.reference}</span>
                <span className="second">
                  {one.name} · {one.sums}
                </span>
                {one.unread && (
                  <span className="unread">
                    <Icon name="attention" />
                    {one.unread}
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
        <ol className="steps">
          {explanation.steps.map((step) => (
            <Step key={step.key} step={step} />
          ))}
        </ol>
      </div>
      <div className="foot">{props.children}</div>
    </main>
  );
}

function Item({ item }: { readonly item: ItemModel }) {
  return (
    <li className="step">
      <time>{item.time}</time>
      <span className={`stepmark ${item.tone}`}>
        <Icon name={item.icon} />
      </span>
      <div className="says">
        <p className="fact">
          {item.name} · {item.price}
        </p>
        <p className="second">{item.became}</p>
      </div>
    </li>
  );
}

function Step({ step }: { readonly step: StepModel }) {
  return (
    <>
      {step.day && <li className="label day">{step.day}</li>}
      <li className="step">
        <time>{step.time}</time>
        <span className={`stepmark ${step.tone}`}>
          <Icon name={step.icon} />
        </span>
        <div className="says">
          <p className="fact">{step.fact}</p>
          {step.sentence !== '' && <p className="second">{step.sentence}</p>}
          {step.event && <p className="event">{step.event}</p>}
        </div>
      </li>
    </>
  );
}
