/** What every moment of a machine stands in: the store above, the words, and what is touched below, within reach. */

import type { ReactNode } from 'react';
import { Head, LanguageButton } from '../CustomerScreen/Parts.tsx';
import type { KioskProps } from './Kiosk.tsx';

export function Frame(props: {
  readonly of: KioskProps;
  readonly surface: 'paper' | 'green';
  readonly className: string;
  /** Buttons of this moment, above the language. */
  readonly touch?: ReactNode;
  readonly children: ReactNode;
}) {
  const { of, surface, className, touch, children } = props;
  return (
    <div className={`cs-page cs-${surface} ks-page`}>
      <Head store={of.store} />
      <div className={`ks-body ${className}`}>{children}</div>
      <footer className="ks-foot">
        {touch}
        <LanguageButton {...of.choice} />
      </footer>
    </div>
  );
}

/** One step of the three that a customer follows. */
export function Step(props: {
  readonly is: 'over' | 'now' | 'ahead';
  readonly icon: ReactNode;
  readonly says: string;
  readonly more?: string;
}) {
  const { is, icon, says, more } = props;
  return (
    <li className={`ks-step ks-${is}`} aria-current={is === 'now' ? 'step' : undefined}>
      <span className="ks-sign" aria-hidden="true">
        {icon}
      </span>
      <span>
        <b>{says}</b>
        {more !== undefined && <span className="ks-more">{more}</span>}
      </span>
    </li>
  );
}
