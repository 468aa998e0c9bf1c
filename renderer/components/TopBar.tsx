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
  /** What stands in for a device. */
  readonly beside: ReactNode;
  /** Said instead of the healthy devices where room is short. */
  readonly allReady: string;
  readonly narrow: boolean;
  /** What waits for the world or for a person; `null` where nothing does. */
  readonly attention: {
    readonly words: string;
    /** Where room is short. */
    readonly short: string;
    readonly count: number;
    readonly open: boolean;
    readonly press: () => void;
  } | null;
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
      {props.attention && <Attention narrow={props.narrow} {...props.attention} />}
      {props.beside}
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

function Attention(
  props: NonNullable<Parameters<typeof TopBar>[0]['attention']> & { readonly narrow: boolean },
) {
  return (
    <button
      type="button"
      className="attentionbutton"
      aria-label={`${props.words} ${props.count}`}
      aria-expanded={props.open}
      onClick={props.press}
    >
      <span className="chip attn">
        <Icon name="attention" />
        {props.narrow ? props.short : props.words}
        <b>{props.count}</b>
      </span>
    </button>
  );
}
