/**
 * The machine's till is not heard; it may be starting again. Of the customer nothing is left on the glass, and what
 * becomes of the money is said: the till that comes back charges only what was seen to leave (docs/decisions/0010).
 */

import { Hourglass, ShieldCheck } from 'lucide-react';
import type { DisplayView } from '../../../app/contract/view.ts';
import { TextContext, textsFor } from '../../text/index.ts';
import { kioskText } from '../../text/kiosk.ts';
import { Head } from '../CustomerScreen/Parts.tsx';
import '../CustomerScreen/customer.css';
import './kiosk.css';

export function Lost({ till }: { readonly till: DisplayView['till'] }) {
  const { store, language, market } = till;
  const t = kioskText[language];
  return (
    <TextContext.Provider value={textsFor(language, market, Date.now())}>
      <div className="cs-window ks-window" lang={language}>
        <main className="cs-room">
          <div className="cs-stage">
            <div className="cs-page cs-paper ks-page">
              <div className="ks-top">
                <Head store={store} />
              </div>
              <div className="ks-body ks-statement" role="status">
                <Hourglass className="ks-picture" aria-hidden="true" />
                <h1>{t.oneMoment}</h1>
                <p>{t.lost}</p>
                <p className="ks-money">
                  <ShieldCheck aria-hidden="true" />
                  {t.lostMoney}
                </p>
              </div>
            </div>
          </div>
        </main>
      </div>
    </TextContext.Provider>
  );
}
