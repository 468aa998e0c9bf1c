/** The basket as the customer follows it: the newest lines, what membership took off, and what there is to pay. */

import { Tag, UserCheck } from 'lucide-react';
import type { DisplayLine, DisplayView } from '../../../app/contract/view.ts';
import { Amount } from '../../components/Amount.tsx';
import { customerScreenText } from '../../text/customerScreen.ts';
import { useTextOf, withUnit } from '../../text/index.ts';
import { fill } from '../../text/language.ts';
import { basketRows, isReduced } from './basketRows.ts';
import { Head, LanguageButton, type LanguageChoice, ToPay } from './Parts.tsx';

export function Basket({ view, choice }: { readonly view: DisplayView; readonly choice: LanguageChoice }) {
  const t = useTextOf(customerScreenText);
  const { older, rows } = basketRows(view.lines);
  const name = view.name === null ? t.member : fill(t.hiName, { name: view.name });
  const saved = view.saved !== null && view.saved.minor > 0 ? view.saved : null;
  return (
    <div className="cs-page cs-basket">
      <Head store={view.till.store}>
        {view.member && (
          <span className="cs-who">
            <UserCheck aria-hidden="true" />
            {name}
          </span>
        )}
        <LanguageButton {...choice} />
      </Head>
      {rows.length === 0 ? (
        <div className="cs-empty">
          <p className="cs-empty-says">{t.goodsAppearHere}</p>
          {view.member && <p className="cs-empty-more">{t.memberPricesIncluded}</p>}
        </div>
      ) : (
        <div className="cs-columns">
          <section className="cs-lines">
            {older > 0 && (
              <p className="cs-older">
                {older === 1 ? t.oneOlderLine : fill(t.olderLines, { n: String(older) })}
              </p>
            )}
            <ul>
              {rows.map(({ place, line }) => (
                <Line key={place} line={line} />
              ))}
            </ul>
          </section>
          <section className="cs-sum">
            <ToPay value={view.total} />
            {saved && (
              <p className="cs-saved">
                <Tag aria-hidden="true" />
                {fill(view.member ? t.youSave : t.youSaveGuest, { sum: withUnit(saved) })}
              </p>
            )}
          </section>
        </div>
      )}
    </div>
  );
}

function Line({ line }: { readonly line: DisplayLine }) {
  const t = useTextOf(customerScreenText);
  return (
    <li className="cs-line">
      <span className="cs-quantity">{line.quantity}</span>
      <span className="cs-what">
        <span className="cs-name">{line.name}</span>
        {line.memberPrice && (
          <span className="cs-memberprice">
            <Tag aria-hidden="true" />
            {t.memberPrice}
          </span>
        )}
      </span>
      <span className="cs-prices">
        {isReduced(line) && (
          <s className="cs-before">
            <span className="unseen">{t.before} </span>
            <Amount value={line.before} unit={false} />
          </s>
        )}
        <Amount value={line.total} unit={false} />
      </span>
    </li>
  );
}
