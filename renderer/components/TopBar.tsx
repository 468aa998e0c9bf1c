/** Which till this is, how its devices are, and the time. Healthy devices whisper; a problem becomes a chip with words. */

import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { Mark } from './Mark.tsx';
import './TopBar.css';

export interface DeviceState {
  readonly key: string;
  readonly icon: IconName;
  readonly word: string;
  /** `unknown`: nothing has been heard of it, or it is not in use: neither praised nor complained about. */
  readonly state: 'well' | 'trouble' | 'unknown';
}

export function TopBar(props: {
  readonly menu: ReactNode;
  readonly store: string;
  readonly place: string;
  readonly devices: readonly DeviceState[];
  /** Said instead of the healthy devices where room is short. */
  readonly allReady: string;
  readonly narrow: boolean;
  readonly cashier: string | null;
  readonly time: string;
}) {
  const shown = props.narrow ? props.devices.filter((device) => device.state === 'trouble') : props.devices;
  return (
    <header className="topbar">
      {props.menu}
      <Mark />
      <p className="store">
        <b>{props.store}</b> {props.place}
      </p>
      <ul className="devices">
        {shown.map((device) => (
          <li key={device.key} className={device.state}>
            <Icon name={device.icon} />
            {device.word}
            {device.state === 'well' && <Icon name="done" className="tick" />}
          </li>
        ))}
        {props.narrow && shown.length === 0 && (
          <li>
            <Icon name="allReady" />
            {props.allReady}
            <Icon name="done" className="tick" />
          </li>
        )}
      </ul>
      {props.cashier && <span className="cashier">{props.cashier}</span>}
      <time className="clock">{props.time}</time>
    </header>
  );
}
