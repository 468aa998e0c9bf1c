/** The moments of a machine that are one statement and at most two buttons. */

import {
  Check,
  Circle,
  Clock,
  Hourglass,
  type LucideIcon,
  ShieldCheck,
  Unplug,
  Wrench,
  X,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { FaultNote } from '../../components/FaultNote.tsx';
import { useText, useTextOf, withUnit } from '../../text/index.ts';
import { kioskText } from '../../text/kiosk.ts';
import { counted, fill } from '../../text/language.ts';
import { Frame, Step } from './Frame.tsx';
import type { KioskProps } from './Kiosk.tsx';
import { hasRest, onItsWay, secondsToAnswer, taken, toPay } from './kioskModel.ts';
import { Operator } from './Operator.tsx';
import { useTouch } from './useTouch.ts';

/** Asks first, and the money is told before the time. */
export function MoreTime(props: KioskProps) {
  const { machine, now } = props;
  const t = useTextOf(kioskText);
  const { fault, done, more } = useTouch(machine);
  const when = counted(secondsToAnswer(machine, now) ?? 0, t.inSeconds);
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
      <p>{fill(says, { when })}</p>
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
            says={fill(machine.began === 'chooseFirst' ? t.exactlyReserved : t.upToReserved, {
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

export function OutOfOrder(props: KioskProps) {
  const t = useTextOf(kioskText);
  return (
    <Stopped of={props} says={t.pause} what={t.pauseWhat}>
      <Operator machine={props.machine} />
    </Stopped>
  );
}

/** In order and empty: it would only reserve money and give it back. */
export function Empty(props: KioskProps) {
  const t = useTextOf(kioskText);
  return <Stopped of={props} says={t.allSold} what={t.allSoldWhat} />;
}

/** No payment could be started, so nobody is invited to try. */
export function Away(props: KioskProps) {
  const t = useTextOf(kioskText);
  const { wallet } = useText();
  return (
    <Stopped
      of={props}
      icon={Unplug}
      says={fill(t.away, { w: wallet })}
      what={t.awayWhat}
      more={t.awayMoney}
    />
  );
}

/** It sells to nobody now, and says what that means for money. */
function Stopped(props: {
  readonly of: KioskProps;
  readonly icon?: LucideIcon;
  readonly says: string;
  readonly what: string;
  readonly more?: string;
  readonly children?: ReactNode;
}) {
  const t = useTextOf(kioskText);
  const { of, icon: Sign = Wrench, says, what, more, children } = props;
  return (
    <Frame of={of} className="ks-statement" band>
      <Sign className="ks-picture" aria-hidden="true" />
      <h1>{says}</h1>
      <p>{what}</p>
      <p className="ks-money">
        <ShieldCheck aria-hidden="true" />
        {more === undefined ? t.pauseMoney : `${t.pauseMoney} ${more}`}
      </p>
      {children}
    </Frame>
  );
}
