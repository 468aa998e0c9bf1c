/** What every moment of a machine stands in: the store above, the words, and what is touched below, within reach. */

import type { ReactNode } from 'react';
import { Band, Head } from '../CustomerScreen/Parts.tsx';
import { Keys } from './Keys.tsx';
import type { KioskProps } from './Kiosk.tsx';

export function Frame(props: {
  readonly of: KioskProps;
  readonly surface?: 'paper' | 'green';
  readonly className: string;
  /** Under the store's name, where nothing is touched; on heather where it greets. */
  readonly top?: ReactNode;
  readonly greets?: boolean;
  /** The knitted band, where nobody is working. */
  readonly band?: boolean;
  /** Buttons of this moment, above the keys. */
  readonly touch?: ReactNode;
  readonly children: ReactNode;
}) {
  const { of, surface = 'paper', className, top, greets = false, band = false, touch, children } = props;
  return (
    <div className={`cs-page cs-${surface} ks-page`}>
      <div className={greets ? 'ks-top cs-heather' : 'ks-top'}>
        <MachineHead of={of} />
        {top}
      </div>
      <div className={`ks-body ${className}`}>{children}</div>
      {band && <Band on={surface === 'green' ? 'colour' : 'paper'} />}
      <Foot of={of}>{touch}</Foot>
    </div>
  );
}

export function MachineHead({ of }: { readonly of: KioskProps }) {
  return (
    <Head store={of.store}>
      <span>{of.machine.name}</span>
    </Head>
  );
}

export function Foot({ of, children }: { readonly of: KioskProps; readonly children?: ReactNode }) {
  return (
    <footer className="ks-foot">
      {children !== undefined && <div className="ks-touch">{children}</div>}
      <Keys {...of.keys} />
    </footer>
  );
}

/** One step of those that a customer follows. */
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

/** What there is to do, one after the other. */
export function Numbered({ steps }: { readonly steps: readonly string[] }) {
  return (
    <ol className="ks-numbered">
      {steps.map((step, index) => (
        <li key={step}>
          <span className="ks-number" aria-hidden="true">
            {index + 1}
          </span>
          {step}
        </li>
      ))}
    </ol>
  );
}
