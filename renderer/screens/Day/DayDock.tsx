/** The foot of the day: the one button, why it offers what it does, and what this page is not. */

import type { ReactNode } from 'react';
import type { Fault } from '../../../app/kernel/fault.ts';
import { FaultNote } from '../../components/FaultNote.tsx';
import { PrimaryButton } from '../../components/PrimaryButton.tsx';
import { dayPageText } from '../../text/day.ts';
import { useTextOf } from '../../text/index.ts';
import type { DayPrimary } from './dayModel.ts';

export function DayDock(props: {
  readonly primary: DayPrimary;
  readonly refused: Fault | null;
  /** Changes with every answer, so that what was refused can be pressed again. */
  readonly turn: string;
  readonly onPress: () => void;
  readonly onSeen: () => void;
  /** Beside the button where there is room. */
  readonly children: ReactNode;
}) {
  const { primary, refused } = props;
  const t = useTextOf(dayPageText);
  const { look, label, icon, says } = primary;
  return (
    <footer className="card daydock">
      {refused && <FaultNote fault={refused} onClose={props.onSeen} />}
      {props.children}
      <div className="act">
        <PrimaryButton
          small
          look={look}
          label={label}
          icon={icon}
          keycap="Enter"
          turn={props.turn}
          onPress={props.onPress}
        />
        <p className="small second">
          <span role="status">{says}</span> {t.notXorZ}
        </p>
      </div>
    </footer>
  );
}
