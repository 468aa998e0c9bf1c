/** Till beside wallet: a check or a triangle for each sum, a sentence for what differs and for what could not be read. */

import type { Fault } from '../../../app/kernel/fault.ts';
import { Amount } from '../../components/Amount.tsx';
import { Button } from '../../components/Button.tsx';
import { FaultNote } from '../../components/FaultNote.tsx';
import { Icon } from '../../components/Icon.tsx';
import { dayPageText } from '../../text/day.ts';
import { useText, useTextOf } from '../../text/index.ts';
import { type ComparedRow, comparedRows } from './dayModel.ts';
import type { Compared } from './useDay.ts';

export function Comparison(props: {
  readonly compared: Compared | null;
  readonly comparing: boolean;
  readonly fault: Fault | null;
  readonly onCompare: () => void;
}) {
  const { compared, comparing, fault } = props;
  const text = useText();
  const t = useTextOf(dayPageText);
  const w = text.wallet;
  const agreement = compared?.agreement ?? null;
  const rows = agreement === null ? [] : comparedRows(agreement, text);
  const differ = rows.some((row) => row.differs);
  // Where something could not be read, neither is known.
  const title = differ ? t.differ : agreement?.agrees ? t.agree : t.comparison;
  return (
    <section className="card comparison" aria-label={t.comparison(w)} aria-busy={comparing}>
      <header>
        <h2>{title(w)}</h2>
        <Button size="small" icon="again" busy={comparing} onPress={props.onCompare}>
          {comparing ? t.comparing(w) : t.compareNow}
        </Button>
      </header>
      {agreement !== null && <Table rows={rows} />}
      <div className="told" role="status">
        {agreement === null && comparing && <p className="second">{t.comparingSays(w)}</p>}
        {rows.map(
          ({ what, differs }) =>
            differs && (
              <p key={what}>
                <b>{differs.sum}</b> {differs.why}{' '}
              </p>
            ),
        )}
        {agreement !== null && agreement.unread > 0 && (
          <p>
            <b>{t.unread(agreement.unread, w)}</b> {t.unreadNext}{' '}
          </p>
        )}
        {agreement !== null && !agreement.agrees && <p>{t.again} </p>}
        {compared?.older && <p>{t.moved}</p>}
      </div>
      {fault && <FaultNote fault={fault} />}
    </section>
  );
}

function Table({ rows }: { readonly rows: readonly ComparedRow[] }) {
  const { wallet } = useText();
  const t = useTextOf(dayPageText);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{t.what}</span>
          </th>
          <th scope="col">{t.till}</th>
          <th scope="col">{wallet}</th>
          <th scope="col">
            <span className="unseen">{t.result}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.what}>
            <th scope="row">{t.rows[row.what]}</th>
            <td>
              <Amount value={row.till} unit={false} />
            </td>
            <td>
              <Amount value={row.wallet} unit={false} />
            </td>
            <td className={row.differs ? 'differs' : 'agrees'}>
              <Icon name={row.differs ? 'attention' : 'done'} />
              <span className="unseen">{row.differs ? t.differs : t.agrees}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
