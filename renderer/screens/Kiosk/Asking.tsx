/** The wallet asks: on the phone that scanned the machine's code, or by a one-time code for what was chosen here. */

import { ArrowLeft, Check, Circle, Clock, ShieldCheck, Smartphone, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatAmount } from '../../../app/domain/money.ts';
import { Amount } from '../../components/Amount.tsx';
import { FaultNote } from '../../components/FaultNote.tsx';
import { useText, useTextOf, withUnit } from '../../text/index.ts';
import { kioskText } from '../../text/kiosk.ts';
import { counted, fill } from '../../text/language.ts';
import { QrHolder } from '../CustomerScreen/QrHolder.tsx';
import { Frame, Numbered, Step } from './Frame.tsx';
import type { KioskProps } from './Kiosk.tsx';
import { onItsWay, secondsToAnswer } from './kioskModel.ts';
import { useTouch } from './useTouch.ts';

export function Asking(props: KioskProps) {
  const chosen = onItsWay(props.machine);
  return chosen === null ? <OnPhone {...props} /> : <ByCode {...props} chosen={chosen} />;
}

function OnPhone(props: KioskProps) {
  const t = useTextOf(kioskText);
  const { wallet } = useText();
  const { asks } = props.machine;
  const { note, buttons } = useAnswer(props, t.giveUp, <X aria-hidden="true" />);
  return (
    <Frame of={props} className="ks-statement" touch={buttons}>
      {asks?.minimumAge == null ? (
        <Smartphone className="ks-picture" aria-hidden="true" />
      ) : (
        <AgeSign age={asks.minimumAge} />
      )}
      <h1>{t.lookAtPhone}</h1>
      {asks?.minimumAge != null && (
        <p>
          {t.ageSome}. {fill(t.ageAnswer, { w: wallet })}
        </p>
      )}
      <ol className="ks-steps">
        <Step is="over" icon={<Check />} says={t.stepScanCode} />
        <Step is="now" icon={<Smartphone />} says={fill(t.approve, { w: wallet })} more={t.nothingThere} />
        <Step is="ahead" icon={<Circle />} says={t.choose} />
      </ol>
      {note === null && asks !== null && (
        <p className="ks-money">
          <ShieldCheck aria-hidden="true" />
          {fill(t.nothingTakenYet, { sum: withUnit(asks.amount) })}
        </p>
      )}
      {note}
    </Frame>
  );
}

/** Amounts beyond this many signs step down one size, so that they stay on one line. */
const usualLength = 6;

function ByCode(props: KioskProps & { readonly chosen: NonNullable<ReturnType<typeof onItsWay>> }) {
  const { chosen, payCode } = props;
  const t = useTextOf(kioskText);
  const { wallet } = useText();
  const age = props.machine.asks?.minimumAge ?? null;
  const { note, buttons } = useAnswer(props, t.chooseAnother, <ArrowLeft aria-hidden="true" />);
  const isLong = formatAmount(chosen.price).length > usualLength;
  return (
    <Frame of={props} className="ks-pay" touch={buttons}>
      <div className="ks-what">
        <h1>{t.scanToPay}</h1>
        <p className="ks-chosen">
          {chosen.code !== null && <b className="ks-slot code">{chosen.code}</b>}
          {chosen.name}
        </p>
        <p className={isLong ? 'ks-sum long' : 'ks-sum'}>
          <Amount value={chosen.price} />
        </p>
        {age !== null && (
          <div className="ks-agenote">
            <AgeSign age={age} />
            <p>
              <b>{t.ageItem}.</b> {fill(t.ageAnswer, { w: wallet })}
            </p>
          </div>
        )}
        {note}
      </div>
      <div className="ks-code">
        <QrHolder image={payCode} alt={t.payCodeAlt} missing={t.payCodeMissing} />
        <div>
          <Numbered steps={[t.stepScanCode, fill(t.approve, { w: wallet }), t.stepTake]} />
          <p className="ks-only">{t.onlyThisItem}</p>
        </div>
      </div>
    </Frame>
  );
}

/** The way out, and towards the end of the machine's patience also the way to more of it. */
function useAnswer({ machine, now }: KioskProps, out: string, sign: ReactNode) {
  const t = useTextOf(kioskText);
  const { fault, done, more } = useTouch(machine);
  const seconds = secondsToAnswer(machine, now);
  return {
    note:
      fault !== null ? (
        <FaultNote fault={fault} />
      ) : seconds === null ? null : (
        // Said by the screen's own voice, without the seconds: as a status of its own it would be read out each second.
        <p className="ks-note">
          <b>{t.moreTime}</b> {fill(t.withoutApproval, { when: counted(seconds, t.inSeconds) })}
        </p>
      ),
    buttons: (
      <>
        {seconds !== null && (
          <button type="button" className="ks-button ks-primary" onClick={more}>
            <Clock aria-hidden="true" />
            {t.yesMore}
          </button>
        )}
        <button type="button" className="ks-button" onClick={done}>
          {sign}
          {out}
        </button>
      </>
    ),
  };
}

function AgeSign({ age }: { readonly age: number }) {
  return (
    <span className="ks-agesign" aria-hidden="true">
      {age}
    </span>
  );
}
