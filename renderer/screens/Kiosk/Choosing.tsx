/** The goods that the customer may take now, what is reserved for them, and the way out within reach. */

import { CircleCheck, ShieldCheck, X } from 'lucide-react';
import { FaultNote } from '../../components/FaultNote.tsx';
import { useTextOf, withUnit } from '../../text/index.ts';
import { kioskText } from '../../text/kiosk.ts';
import { fill } from '../../text/language.ts';
import { Frame } from './Frame.tsx';
import { Goods, Pager } from './Goods.tsx';
import type { KioskProps } from './Kiosk.tsx';
import { goodsOf, isAgeLeftOut, lastNotSeen, taken } from './kioskModel.ts';
import { useTouch } from './useTouch.ts';

export function Choosing(props: KioskProps) {
  const { machine } = props;
  const t = useTextOf(kioskText);
  const { fault, done, take } = useTouch(machine);
  const has = taken(machine).length > 0;
  const notSeen = lastNotSeen(machine);
  // What changes is said by the one sentence of each moment (kioskAnnouncement.ts), so nothing here is heard twice.
  const notes = (
    <>
      {notSeen !== null && <p className="ks-note">{fill(t.didNotCome, { name: notSeen })}</p>}
      {isAgeLeftOut(goodsOf(machine)) && <p className="ks-note ks-calm">{t.ageLeftOut}</p>}
    </>
  );
  const top = (
    <>
      <div className="ks-title">
        <div>
          <h1>{t.choose}</h1>
          <p>{t.onlyWhatYouTake}</p>
        </div>
        {machine.reserved !== null && (
          <p className="ks-reserved">
            <ShieldCheck aria-hidden="true" />
            <span>
              {fill(t.upToReserved, { sum: withUnit(machine.reserved) })}
              {has && machine.left !== null && <b>{fill(t.left, { sum: withUnit(machine.left) })}</b>}
            </span>
          </p>
        )}
      </div>
      {notes}
    </>
  );
  const buttons = (
    <>
      <Pager of={props} />
      <button type="button" className="ks-button" onClick={done}>
        {has ? <CircleCheck aria-hidden="true" /> : <X aria-hidden="true" />}
        {has ? t.done : t.leave}
      </button>
    </>
  );
  return (
    <Frame of={props} className="ks-choosing" top={top} touch={buttons}>
      {fault !== null && <FaultNote fault={fault} />}
      <Goods of={props} onTouch={take} />
    </Frame>
  );
}
