/**
 * A stop on the sale's line: a mark, a label with its chip, a headline, and what belongs there. Flat when it is to come
 * or finished, a sheet when it is current or working.
 */

import type { ReactNode } from 'react';
import { Chip, type ChipProps } from './Chip.tsx';
import { Icon, type IconName } from './Icon.tsx';
import './Station.css';

export type StationMark = 'toCome' | 'current' | 'working' | 'succeeded' | 'finished' | 'attention' | 'stop';

export interface StationProps {
  readonly name: string;
  readonly mark: StationMark;
  readonly icon: IconName;
  readonly sheet: boolean;
  readonly chip?: ChipProps;
  readonly headline?: ReactNode;
  /** The last station before the primary takes what height is left. */
  readonly fills?: boolean;
  /** Announced at a change: `status` politely, `alert` at once. */
  readonly live?: 'status' | 'alert' | 'off';
  readonly children?: ReactNode;
}

export function Station(props: StationProps) {
  const { name, mark, icon, sheet, chip, headline, fills = false, live = 'off' } = props;
  return (
    <section className={`station ${mark}${sheet ? ' sheet' : ''}${fills ? ' fills' : ''}`} aria-label={name}>
      <span className="mark">
        <Icon name={icon} />
      </span>
      <div className="box">
        <div className="head">
          <span className="label">{name}</span>
          {chip && <Chip {...chip} />}
        </div>
        {headline !== undefined && (
          <h2 className="headline" role={live === 'off' ? undefined : live}>
            {headline}
          </h2>
        )}
        {props.children}
      </div>
    </section>
  );
}

/** The stretch of line that ends in the dot at the height of the primary: full when there is something to press. */
export function LineEnd(props: { readonly held: boolean; readonly children: ReactNode }) {
  return (
    <div className={props.held ? 'lineend held' : 'lineend'}>
      <span className="dot" />
      {props.children}
    </div>
  );
}
