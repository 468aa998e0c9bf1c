/** Nobody stands here: a greeting, and the shop's own code where one is set up. Two ways, no more words. */

import type { DisplayView } from '../../../app/contract/view.ts';
import { customerScreenText } from '../../text/customerScreen.ts';
import { useText, useTextOf } from '../../text/index.ts';
import { fill } from '../../text/language.ts';
import { Band, Head, LanguageButton, type LanguageChoice } from './Parts.tsx';
import { QrHolder } from './QrHolder.tsx';

export function Idle({ view, choice }: { readonly view: DisplayView; readonly choice: LanguageChoice }) {
  const t = useTextOf(customerScreenText);
  const { wallet } = useText();
  const shopQr = view.shows === 'idle' ? view.qrImage : null;
  const club = view.till.clubName;
  return (
    <div className={shopQr === null ? 'cs-idle' : 'cs-idle with-qr'}>
      <section className="cs-page cs-heather">
        <Head store={view.till.store}>{shopQr === null && <LanguageButton {...choice} />}</Head>
        <div className="cs-statement cs-hello">
          <h1>
            <span className="cs-hi">{t.hi}</span> {fill(t.showCode, { w: wallet })}
          </h1>
          <p>{club === '' ? t.showCodeNoClub : t.getMemberPrices}</p>
        </div>
        <Band on="colour" />
      </section>
      {shopQr !== null && (
        <section className="cs-shopqr">
          <h2>{t.orScan}</h2>
          <QrHolder image={shopQr} alt={t.orScan} />
          {club !== '' && <p className="cs-clubname">{club}</p>}
          <LanguageButton {...choice} />
        </section>
      )}
    </div>
  );
}

/** The window has no state of the till: the store's ground and nothing on it. */
export function Blank() {
  return (
    <div className="cs-page cs-heather">
      <Head store="" />
      <div className="cs-statement" />
      <Band on="colour" />
    </div>
  );
}
