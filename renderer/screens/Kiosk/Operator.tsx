/** Whom to ask about a machine that is out of order, and what to say: so large that it is read from the street. */

import type { MachineView } from '../../../app/contract/view.ts';
import { useTextOf } from '../../text/index.ts';
import { kioskText } from '../../text/kiosk.ts';
import { operatorOf } from './kioskOperator.ts';

export function Operator({ machine }: { readonly machine: MachineView }) {
  const operator = operatorOf(machine, useTextOf(kioskText));
  if (operator === null) return null;
  return (
    <div className="ks-operator">
      <p>{operator.asks}</p>
      <dl>
        {operator.facts.map(({ what, is }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{is}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
