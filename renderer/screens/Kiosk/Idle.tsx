/** Nobody stands here: the machine's code at hand height, three steps, and what will be reserved. */

import { useText, useTextOf, withUnit } from '../../text/index.ts';
import { kioskText } from '../../text/kiosk.ts';
import { fill } from '../../text/language.ts';
import { Band, Head, LanguageButton } from '../CustomerScreen/Parts.tsx';
import { QrHolder } from '../CustomerScreen/QrHolder.tsx';
import type { KioskProps } from './Kiosk.tsx';
import { mostReserved } from './kioskModel.ts';

export function Idle({ store, machine, choice }: KioskProps) {
  const t = useTextOf(kioskText);
  const { wallet } = useText();
  const most = mostReserved(machine.offers);
  return (
    <div className="ks-idle">
      <section className="cs-page cs-heather ks-hello">
        <Head store={store} />
        <div className="ks-says">
          <h1>{fill(t.scan, { w: wallet })}</h1>
          <p>{t.scanThen}</p>
        </div>
        <Band on="colour" />
      </section>
      <section className="ks-how">
        <div className="ks-code">
          {machine.qrImage === null ? (
            <p className="ks-beside">{t.codeBeside}</p>
          ) : (
            <QrHolder image={machine.qrImage} alt={t.codeAlt} />
          )}
          <ol>
            {[t.stepScan, t.stepChoose, t.stepTake].map((step, index) => (
              <li key={step}>
                <span className="ks-number" aria-hidden="true">
                  {index + 1}
                </span>
                {step}
              </li>
            ))}
          </ol>
        </div>
        {most !== null && <p className="ks-reserve">{fill(t.reservesUpTo, { sum: withUnit(most) })}</p>}
      </section>
      <footer className="ks-foot">
        <LanguageButton {...choice} />
      </footer>
    </div>
  );
}
