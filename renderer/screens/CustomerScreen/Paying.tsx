/** The customer pays: by the request on the phone, or by the one-time code on this screen. */

import { Smartphone } from 'lucide-react';
import type { DisplayView } from '../../../app/contract/view.ts';
import { customerScreenText } from '../../text/customerScreen.ts';
import { useText, useTextOf } from '../../text/index.ts';
import { fill } from '../../text/language.ts';
import { useMinutesLeft } from './hooks.ts';
import { Head, LanguageButton, type LanguageChoice, ToPay } from './Parts.tsx';
import { QrHolder } from './QrHolder.tsx';

type PayingProps = { readonly view: DisplayView; readonly choice: LanguageChoice };

/** One amount, one instruction, one hint; in the last quarter also the time. */
export function Waiting({ view, choice }: PayingProps) {
  const t = useTextOf(customerScreenText);
  const { wallet } = useText();
  const left = useTimeLeft(view.until);
  return (
    <div className="cs-page cs-paper">
      <Head store={view.till.store}>
        <LanguageButton {...choice} />
      </Head>
      <div className="cs-waiting">
        <ToPay value={view.total} />
        <div className="cs-instruction">
          <Smartphone aria-hidden="true" />
          <div>
            <p className="cs-do">{fill(t.openWallet, { w: wallet })}</p>
            <p className="cs-hint">{t.nothingThere}</p>
            {left !== null && <p className="cs-hint cs-left">{left}</p>}
          </div>
        </div>
      </div>
    </div>
  );
}

export function OneTimeQr({ view, choice }: PayingProps) {
  const t = useTextOf(customerScreenText);
  const { wallet } = useText();
  const left = useTimeLeft(view.until);
  const steps = [t.stepScan, fill(t.stepApprove, { w: wallet }), t.stepDone];
  return (
    <div className="cs-page cs-paper">
      <Head store={view.till.store}>
        <LanguageButton {...choice} />
      </Head>
      <div className="cs-onetime">
        <QrHolder image={view.qrImage} alt={t.qrAlt} />
        <div className="cs-how">
          <ToPay value={view.total} />
          <ol>
            {steps.map((step, index) => (
              <li key={step}>
                <span className="cs-number" aria-hidden="true">
                  {index + 1}
                </span>
                {step}
              </li>
            ))}
          </ol>
          <p className="cs-note">{left ?? t.onlyThisPurchase}</p>
        </div>
      </div>
    </div>
  );
}

function useTimeLeft(until: string | null): string | null {
  const t = useTextOf(customerScreenText);
  const minutes = useMinutesLeft(until);
  if (minutes === null) return null;
  return minutes <= 1 ? t.lastMinute : fill(t.minutesLeft, { n: String(minutes) });
}
