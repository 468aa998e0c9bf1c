/** Whom to ask about a machine that is out of order, and what to say: so large that it is read from the street. */

import type { MachineView } from '../../../app/contract/view.ts';
import { useTextOf } from '../../text/index.ts';
import { kioskText } from '../../text/kiosk.ts';
import { phoneNumber } from '../../text/phoneNumber.ts';
import { soldOut } from './kioskModel.ts';

/** `null` while it is in order, and where it is only empty. */
export function Operator({ machine }: { readonly machine: MachineView }) {
  const t = useTextOf(kioskText);
  const { code, name, operatorPhone: phone } = machine;
  if (code === null || code === soldOut) return null;
  const facts = [
    [t.phone, phone === null ? null : phoneNumber(phone)],
    [t.machine, name],
    [t.code, code],
  ] as const;
  return (
    <div className="ks-operator">
      <p>{phone === null ? t.ask : t.call}</p>
      <dl>
        {facts.map(([what, is]) =>
          is === null ? null : (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{is}</dd>
            </div>
          ),
        )}
      </dl>
    </div>
  );
}
