/** Nobody stands here: the machine's code at hand height and what will be reserved, or the goods to choose from. */

import { ArrowLeft, Hand } from 'lucide-react';
import { FaultNote } from '../../components/FaultNote.tsx';
import { useText, useTextOf, withUnit } from '../../text/index.ts';
import { kioskText } from '../../text/kiosk.ts';
import { fill } from '../../text/language.ts';
import { Band } from '../CustomerScreen/Parts.tsx';
import { QrHolder } from '../CustomerScreen/QrHolder.tsx';
import { Foot, Frame, MachineHead, Numbered } from './Frame.tsx';
import { Goods, Pager } from './Goods.tsx';
import type { KioskProps } from './Kiosk.tsx';
import { mostReserved } from './kioskModel.ts';
import { useTouch } from './useTouch.ts';

/** The way past a code that a phone cannot read, or whose scans do not come through although they are registered. */
export function Code(props: KioskProps) {
  const { machine } = props;
  const t = useTextOf(kioskText);
  const { wallet } = useText();
  const most = mostReserved(machine.offers);
  return (
    <div className="ks-idle">
      <section className="cs-page cs-heather ks-hello">
        <MachineHead of={props} />
        <div className="ks-says">
          <h1>{fill(t.scan, { w: wallet })}</h1>
          <p>{t.scanThen}</p>
        </div>
        <Band on="colour" />
      </section>
      <section className="ks-how">
        <div className="ks-code">
          <QrHolder image={machine.qrImage} alt={t.codeAlt} missing={t.codeMissing} />
          <Numbered steps={[t.stepScan, t.stepChoose, t.stepTake]} />
        </div>
        {most !== null && <p className="ks-reserve">{fill(t.reservesUpTo, { sum: withUnit(most) })}</p>}
      </section>
      <Foot of={props}>
        <button
          type="button"
          className="ks-button"
          onClick={() => props.keys.change({ choosesHere: true, page: 0 })}
        >
          <Hand aria-hidden="true" />
          {t.cannotScan}
        </button>
      </Foot>
    </div>
  );
}

/** Where no scan of a code of this machine could come here, none is held out; where one could, there is a way back to it. */
export function GoodsFirst(props: KioskProps) {
  const { machine, keys } = props;
  const t = useTextOf(kioskText);
  const { wallet } = useText();
  const { fault, choose } = useTouch(machine);
  const top = (
    <div className="ks-title">
      <div>
        <h1>{t.choose}</h1>
        <p>{fill(t.chooseThen, { w: wallet })}</p>
      </div>
      <Numbered steps={[t.stepChoose, t.stepScan, t.stepTake]} />
    </div>
  );
  const buttons = (
    <>
      <Pager of={props} />
      {machine.sells === 'scanFirst' && (
        <button
          type="button"
          className="ks-button"
          onClick={() => keys.change({ choosesHere: false, page: 0 })}
        >
          <ArrowLeft aria-hidden="true" />
          {t.backToCode}
        </button>
      )}
    </>
  );
  return (
    <Frame of={props} className="ks-choosing" top={top} greets touch={buttons}>
      {fault !== null && <FaultNote fault={fault} />}
      <Goods of={props} onTouch={choose} />
    </Frame>
  );
}
