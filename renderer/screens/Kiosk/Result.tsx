/** How it ended: paid and released as two amounts and a bar in true proportion, or that nothing was taken. */

import { ArrowLeft, Check, CircleCheck, CircleSlash, ShieldCheck } from 'lucide-react';
import { add, type Money } from '../../../app/domain/money.ts';
import { Amount } from '../../components/Amount.tsx';
import { useText, useTextOf, withUnit } from '../../text/index.ts';
import { kioskText } from '../../text/kiosk.ts';
import { fill } from '../../text/language.ts';
import { Frame } from './Frame.tsx';
import type { KioskProps } from './Kiosk.tsx';
import { lastNotSeen, paidOf, paidShare, placed, taken } from './kioskModel.ts';
import { canGoOn, nothingPaidOf } from './kioskNothingPaid.ts';
import { operatorOf } from './kioskOperator.ts';
import { Operator } from './Operator.tsx';
import { useTouch } from './useTouch.ts';

export function Result(props: KioskProps) {
  const { machine } = props;
  const t = useTextOf(kioskText);
  const paid = paidOf(machine);
  const { done } = useTouch(machine);
  const goods = taken(machine).map(placed);
  const notSeen = lastNotSeen(machine);
  const notes = (
    <>
      {notSeen !== null && <p>{fill(t.didNotCome, { name: notSeen })}</p>}
      {operatorOf(machine, t) !== null && (
        <>
          <p>
            {t.pause}. {t.pauseWhat}
          </p>
          <Operator machine={machine} />
        </>
      )}
    </>
  );
  // Where the goods are what stands there next.
  const toGoods = machine.sells === 'chooseFirst' && paid === null && !machine.notStarted && canGoOn(machine);
  const seen = (
    <button type="button" className="ks-button" onClick={done}>
      {toGoods ? <ArrowLeft aria-hidden="true" /> : <Check aria-hidden="true" />}
      {toGoods ? t.choose : t.done}
    </button>
  );
  if (paid === null) {
    const { says, what } = nothingPaidOf(machine, t);
    const back = machine.released !== null && machine.released.minor > 0 ? machine.released : null;
    return (
      <Frame of={props} className="ks-statement" touch={seen}>
        <CircleSlash className="ks-picture" aria-hidden="true" />
        <h1>{says}</h1>
        <p className="ks-money">
          <ShieldCheck aria-hidden="true" />
          <span>
            {what}
            {back !== null && <b>{fill(t.allReleased, { sum: withUnit(back) })}</b>}
          </span>
        </p>
        {notes}
      </Frame>
    );
  }
  return (
    <Frame of={props} surface="green" className="ks-statement" touch={seen} band>
      <CircleCheck className="ks-picture" aria-hidden="true" />
      <h1>{t.thanks}</h1>
      {goods.length > 0 && (
        <p>{fill(goods.length === 1 ? t.takeIt : t.takeThem, { name: goods.join(', ') })}</p>
      )}
      <Settled paid={paid.captured} released={paid.released} />
      {notes}
    </Frame>
  );
}

function Settled({ paid, released }: { readonly paid: Money; readonly released: Money }) {
  const t = useTextOf(kioskText);
  const { wallet } = useText();
  const reserved = add(paid, released);
  const share = paidShare(paid, released);
  return (
    <div className="ks-settled">
      <dl>
        <div>
          <dt>{t.paid}</dt>
          <dd>
            <Amount value={paid} />
          </dd>
        </div>
        {released.minor > 0 && (
          <div className="ks-released">
            <dt>{t.released}</dt>
            <dd>
              <Amount value={released} />
            </dd>
          </div>
        )}
      </dl>
      <div className="ks-bar" aria-hidden="true">
        <span style={{ flexGrow: share }} />
        {share < 1 && <span className="ks-back" style={{ flexGrow: 1 - share }} />}
      </div>
      <p>
        {fill(t.weReserved, { sum: withUnit(reserved) })} {fill(t.receiptIn, { w: wallet })}
      </p>
    </div>
  );
}
