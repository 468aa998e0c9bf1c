/** The states that are one statement across the whole screen: greeting, join, thanks, not completed, checking. */

import { CircleCheck, CircleSlash, Hourglass } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DisplayView } from '../../../app/contract/view.ts';
import { customerScreenText } from '../../text/customerScreen.ts';
import { useText, useTextOf, withUnit } from '../../text/index.ts';
import { fill } from '../../text/language.ts';
import { Band, Head, LanguageButton, type LanguageChoice } from './Parts.tsx';

type StateProps = { readonly view: DisplayView; readonly choice: LanguageChoice };

function Statement(props: {
  readonly surface: 'heather' | 'green' | 'paper';
  readonly head: ReactNode;
  readonly className: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={`cs-page cs-${props.surface}`}>
      {props.head}
      <div className={`cs-statement ${props.className}`}>{props.children}</div>
      <Band on={props.surface === 'paper' ? 'paper' : 'colour'} />
    </div>
  );
}

export function Greeting({ view }: { readonly view: DisplayView }) {
  const t = useTextOf(customerScreenText);
  return (
    <Statement surface="heather" className="cs-greeting" head={<Head store={view.till.store} />}>
      <h1>{view.name === null ? t.welcome : fill(t.hiName, { name: view.name })}</h1>
      {view.member && <p>{t.memberPricesIncluded}</p>}
    </Statement>
  );
}

/** The code is compared with the phone's, so it is the biggest thing on the screen. */
export function Join({ view, choice }: StateProps) {
  const t = useTextOf(customerScreenText);
  const { wallet } = useText();
  const club = view.till.clubName;
  const head = (
    <Head store={view.till.store}>
      <LanguageButton {...choice} />
    </Head>
  );
  return (
    <Statement surface="heather" className="cs-join" head={head}>
      <h1>{club === '' ? t.joinAnyClub : fill(t.joinClub, { club })}</h1>
      <p>{fill(t.joinHow, { w: wallet })}</p>
      {view.bindingMessage !== null && <p className="cs-code">{view.bindingMessage}</p>}
    </Statement>
  );
}

/** Green from edge to edge: seen from across the shop. Says the sum and where the receipt is. */
export function Thanks({ view }: { readonly view: DisplayView }) {
  const t = useTextOf(customerScreenText);
  const { wallet } = useText();
  const [before, after] = t.paid.split('{sum}');
  return (
    <Statement surface="green" className="cs-thanks" head={<Head store={view.till.store} />}>
      <CircleCheck className="cs-sign" aria-hidden="true" />
      <h1>{view.name === null ? t.thanks : fill(t.thanksName, { name: view.name })}</h1>
      {view.total !== null && (
        <p>
          {before}
          <strong>{withUnit(view.total)}</strong>
          {fill(after ?? '', { w: wallet })}
        </p>
      )}
    </Statement>
  );
}

/** Neutral paper: no red, no reason, no code. Always says whether money was taken. */
export function NotCompleted({ view, choice }: StateProps) {
  const t = useTextOf(customerScreenText);
  const head = (
    <Head store={view.till.store}>
      <LanguageButton {...choice} />
    </Head>
  );
  return (
    <Statement surface="paper" className="cs-neutral" head={head}>
      <CircleSlash className="cs-sign" aria-hidden="true" />
      <h1>{t.notCompleted}</h1>
      <p>{t.notCompletedWhat}</p>
    </Statement>
  );
}

export function Checking({ view, choice }: StateProps) {
  const t = useTextOf(customerScreenText);
  const head = (
    <Head store={view.till.store}>
      <LanguageButton {...choice} />
    </Head>
  );
  return (
    <Statement surface="paper" className="cs-neutral" head={head}>
      <Hourglass className="cs-sign" aria-hidden="true" />
      <h1>{t.oneMoment}</h1>
      <p>{t.checking}</p>
    </Statement>
  );
}
