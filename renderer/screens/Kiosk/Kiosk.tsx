/**
 * The screen of a machine that sells by itself. It is drawn from the machine's view and touches the door in three
 * places: taking goods, being finished, and needing more time. Nothing is decided here about money.
 */

import type { ReactNode } from 'react';
import type { DisplayView, MachineView } from '../../../app/contract/view.ts';
import { assertNever } from '../../../app/kernel/assertNever.ts';
import { useNow } from '../../stores/useNow.ts';
import { TextContext, textsFor } from '../../text/index.ts';
import { useCustomerLanguage } from '../CustomerScreen/hooks.ts';
import type { LanguageChoice } from '../CustomerScreen/Parts.tsx';
import { Ribbon } from '../CustomerScreen/Ribbon.tsx';
import { Choosing } from './Choosing.tsx';
import { Idle } from './Idle.tsx';
import { announcement } from './kioskAnnouncement.ts';
import { type KioskMoment, momentOf } from './kioskModel.ts';
import { Asking, Dispensing, MoreTime, OutOfOrder, Settling } from './Moments.tsx';
import { Result } from './Result.tsx';
import './kiosk.css';
import './kioskChoosing.css';
import './kioskResult.css';

export interface KioskProps {
  readonly store: string;
  readonly machine: MachineView;
  readonly choice: LanguageChoice;
}

export function Kiosk({ view, machine }: { readonly view: DisplayView; readonly machine: MachineView }) {
  const { store, profile, market, language: stores } = view.till;
  const [language, onSwitch] = useCustomerLanguage(stores, machine.phase);
  const now = useNow();
  const texts = textsFor(language, market, now);
  const moment = momentOf(machine, now);
  return (
    <TextContext.Provider value={texts}>
      <div className={`cs-window ks-window ${profile}`} lang={language}>
        <Ribbon profile={profile} />
        <main className="cs-room">
          <div className="cs-stage" key={moment}>
            <Moment moment={moment} now={now} props={{ store, machine, choice: { language, onSwitch } }} />
          </div>
        </main>
        <div className="unseen" role={moment === 'result' ? 'alert' : 'status'}>
          {announcement(machine, moment, texts)}
        </div>
      </div>
    </TextContext.Provider>
  );
}

function Moment(of: {
  readonly moment: KioskMoment;
  readonly now: number;
  readonly props: KioskProps;
}): ReactNode {
  const { moment, now, props } = of;
  switch (moment) {
    case 'idle':
      return <Idle {...props} />;
    case 'asking':
      return <Asking {...props} />;
    case 'choosing':
      return <Choosing {...props} />;
    case 'moreTime':
      return <MoreTime {...props} now={now} />;
    case 'dispensing':
      return <Dispensing {...props} />;
    case 'settling':
      return <Settling {...props} />;
    case 'result':
      return <Result {...props} />;
    case 'empty':
    case 'outOfOrder':
      return <OutOfOrder {...props} />;
    default:
      return assertNever(moment);
  }
}
