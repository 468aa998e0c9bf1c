/** The moments of a machine that are one statement and at most two buttons. */

import { Check, Circle, Clock, Hourglass, ShieldCheck, Wrench, X } from 'lucide-react';
import { FaultNote } from '../../components/FaultNote.tsx';
import { useTextOf, withUnit } from '../../text/index.ts';
import { kioskText } from '../../text/kiosk.ts';
import { fill } from '../../text/language.ts';
import { Frame, Step } from './Frame.tsx';
import type { KioskProps } from './Kiosk.tsx';
import { hasRest, onItsWay, secondsToAnswer, soldOut, taken, toPay } from './kioskModel.ts';
import { Operator } from './Operator.tsx';
import { useTouch } from './useTouch.ts';

/** Asks first, and the money is told before the time. */
export function MoreTime(props: KioskProps) {
  const { machine, now } = props;
  const t = useTextOf(kioskText);
  const { fault, done, more } = useTouch(machine);
  const seconds = String(secondsToAnswer(machine, now) ?? 0);
  const says = taken(machine).length > 0 ? t.withoutAnswerPaid : t.withoutAnswer;
  const buttons = (
    <>
      <button type="button" className="ks-button ks-primary" onClick={more}>
        <Clock aria-hidden="true" />
        {t.yesMore}
      </button>
      <button type="button" className="ks-button" onClick={done}>
        <X aria-hidden="true" />
        {t.noStop}
      </button>
    </>
  );
  return (
    <Frame of={props} className="ks-statement" touch={buttons}>
      <Hourglass className="ks-picture" aria-hidden="true" />
      <h1>{t.moreTime}</h1>
      <p>{fill(says, { seconds })}</p>
      {fault !== null && <FaultNote fault={fault} />}
    </Frame>
  );
}

/** Longer names step down one size, so that no word of them is broken. */
const usualLength = 24;

export function Dispensing(props: KioskProps) {
  const { machine } = props;
  const t = useTextOf(kioskText);
  const item = onItsWay(machine);
  const sum = toPay(machine);
  return (
    <Frame of={props} className="ks-statement">
      {item?.code != null && (
        <p className="ks-door">
          {t.slot}
          <b className="code">{item.code}</b>
        </p>
      )}
      <h1 className={(item?.name.length ?? 0) > usualLength ? 'long' : undefined}>
        {fill(t.onItsWay, { name: item?.name ?? '' })}
      </h1>
      <ol className="ks-steps">
        {machine.reserved !== null && (
          <Step
            is="over"
            icon={<Check />}
            says={fill(machine.sells === 'chooseFirst' ? t.exactlyReserved : t.upToReserved, {
              sum: withUnit(machine.reserved),
            })}
          />
        )}
        <Step is="now" icon={<Clock />} says={t.itComesOut} />
        {sum !== null && (
          <Step
            is="ahead"
            icon={<Circle />}
            says={fill(t.youPay, { sum: withUnit(sum) })}
            more={hasRest(machine) ? `${t.whenItCame} ${t.restReleased}` : t.whenItCame}
          />
        )}
      </ol>
    </Frame>
  );
}

export function Settling(props: KioskProps) {
  const t = useTextOf(kioskText);
  return (
    <Frame of={props} className="ks-statement">
      <Hourglass className="ks-picture" aria-hidden="true" />
      <h1>{t.oneMoment}</h1>
      <p>{t.settling}</p>
    </Frame>
  );
}

/** Also a machine that is in order and empty: it would only reserve money and give it back. */
export function OutOfOrder(props: KioskProps) {
  const { machine } = props;
  const t = useTextOf(kioskText);
  const isEmpty = machine.code === null || machine.code === soldOut;
  return (
    <Frame of={props} className="ks-statement" band>
      <Wrench className="ks-picture" aria-hidden="true" />
      <h1>{isEmpty ? t.allSold : t.pause}</h1>
      <p>{isEmpty ? t.allSoldWhat : t.pauseWhat}</p>
      <p className="ks-money">
        <ShieldCheck aria-hidden="true" />
        {t.pauseMoney}
      </p>
      <Operator machine={machine} />
    </Frame>
  );
}
