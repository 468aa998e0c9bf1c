/** The pieces that several states of the customer's screen share: the store's name, the language button, the amount. */

import { Languages } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatAmount, type Money } from '../../../app/domain/money.ts';
import { Amount } from '../../components/Amount.tsx';
import { KnitBand } from '../../components/KnitBand.tsx';
import { Mark } from '../../components/Mark.tsx';
import { customerScreenText } from '../../text/customerScreen.ts';
import { useTextOf } from '../../text/index.ts';
import { type Language, otherLanguage } from './language.ts';

export interface LanguageChoice {
  readonly language: Language;
  readonly onSwitch: () => void;
}

/** The store's name at the left, whatever belongs to this state at the right. */
export function Head({ store, children }: { readonly store: string; readonly children?: ReactNode }) {
  return (
    <header className="cs-head">
      <Mark size={36} />
      <span className="cs-store">{store}</span>
      {children}
    </header>
  );
}

/** Offers the other language in its own name and reads itself out in that language. */
export function LanguageButton({ language, onSwitch }: LanguageChoice) {
  const other = otherLanguage(language);
  const words = customerScreenText[other];
  return (
    <button type="button" className="cs-language" lang={other} aria-label={words.switchTo} onClick={onSwitch}>
      <Languages aria-hidden="true" />
      {words.ownName}
    </button>
  );
}

/** Amounts beyond this many signs step down one size, so that they stay on one line. */
const usualLength = 8;

export function BigAmount({ value }: { readonly value: Money }) {
  const long = formatAmount(value).length > usualLength;
  return (
    <p className={long ? 'cs-amount long' : 'cs-amount'}>
      <Amount value={value} />
    </p>
  );
}

export function ToPay({ value }: { readonly value: Money | null }) {
  const t = useTextOf(customerScreenText);
  if (value === null) return null;
  return (
    <div className="cs-topay">
      <h1 className="cs-topay-label">{t.toPay}</h1>
      <BigAmount value={value} />
    </div>
  );
}

/** The band runs edge to edge and takes the colour of the text at 16 %, or `well` on paper. */
export function Band({ on }: { readonly on: 'colour' | 'paper' }) {
  return (
    <div className="cs-band" aria-hidden="true">
      {on === 'colour' ? <KnitBand cell={6} ink="currentColor" opacity={0.16} /> : <KnitBand cell={6} />}
    </div>
  );
}
