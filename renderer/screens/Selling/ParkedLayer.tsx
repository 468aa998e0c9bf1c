/** Sales set aside, the longest waiting first, with what became of a payment that was left open. */

import type { ParkedSale } from '../../../app/contract/calls.ts';
import { Amount } from '../../components/Amount.tsx';
import { Chip, type ChipProps } from '../../components/Chip.tsx';
import { FaultNote } from '../../components/FaultNote.tsx';
import { Keycap } from '../../components/Keycap.tsx';
import { Over } from '../../components/Over.tsx';
import { clock, useText } from '../../text/index.ts';
import { LayerHead, type LayerProps } from './Layers.tsx';
import { parkedState } from './parkedState.ts';

const chips = {
  none: { icon: 'park', tone: 'neutral' },
  waiting: { icon: 'waiting', tone: 'wait' },
  checking: { icon: 'again', tone: 'wait' },
  paid: { icon: 'done', tone: 'ok' },
  notPaid: { icon: 'cancelled', tone: 'attn' },
} as const satisfies Record<ReturnType<typeof parkedState>, Omit<ChipProps, 'children'>>;

export function ParkedLayer({ window, actions }: LayerProps) {
  const { selling } = useText();
  const { parkedSales, chosenParked, fault } = window;
  return (
    <Over
      label={selling.parkedSales}
      head={<LayerHead title={selling.parkedSales} actions={actions} />}
      foot={selling.parkedFoot}
    >
      {fault?.at === 'layer' && (
        <div className="layerfault">
          <FaultNote fault={fault.fault} />
        </div>
      )}
      {parkedSales?.length === 0 && (
        <p className="layerhint" role="status">
          {selling.noneParked}
        </p>
      )}
      <ul className="results">
        {(parkedSales ?? []).map((sale, index) => (
          <Row
            key={sale.saleId}
            sale={sale}
            chosen={index === chosenParked}
            onChoose={() => void actions.act({ do: 'chooseParked', index })}
          />
        ))}
      </ul>
    </Over>
  );
}

function Row(props: { readonly sale: ParkedSale; readonly chosen: boolean; readonly onChoose: () => void }) {
  const { sale, chosen, onChoose } = props;
  const { selling } = useText();
  const state = parkedState(sale.payment);
  const sentence = selling.parkedSays[state];
  return (
    <li className={chosen ? 'result parked chosen' : 'result parked'}>
      <button type="button" tabIndex={-1} aria-pressed={chosen} onClick={onChoose}>
        <span className="key">{chosen && <Keycap>Enter</Keycap>}</span>
        <span className="words">
          <span className="line">
            <time>{clock(sale.parkedAt)}</time>
            <span className="second small">
              {selling.lines(sale.lines)} · {sale.masked ?? selling.noCustomer}
            </span>
            <Chip {...chips[state]}>{selling.parkedStates[state]}</Chip>
          </span>
          <span className="second small">
            {[sale.number, sentence].filter((part) => part !== '').join(' · ')}
          </span>
        </span>
        <Amount value={sale.total} size="small" />
      </button>
    </li>
  );
}
