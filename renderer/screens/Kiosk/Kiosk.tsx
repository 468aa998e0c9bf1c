/**
 * The screen of a machine that sells by itself. It is drawn from the machine's view and touches the door in four places:
 * choosing, taking goods, being finished, and needing more time. Nothing is decided here about money.
 */

import type { ReactNode } from 'react';
import type { DisplayView, MachineView } from '../../../app/contract/view.ts';
import { assertNever } from '../../../app/kernel/assertNever.ts';
import { useNow } from '../../stores/useNow.ts';
import { TextContext, textsFor } from '../../text/index.ts';
import { Ribbon } from '../CustomerScreen/Ribbon.tsx';
import { Asking } from './Asking.tsx';
import { Choosing } from './Choosing.tsx';
import { Code, GoodsFirst } from './Idle.tsx';
import type { KeysProps } from './Keys.tsx';
import { announcement, readAloud } from './kioskAnnouncement.ts';
import { type KioskMoment, momentOf } from './kioskModel.ts';
import { Away, Dispensing, Empty, MoreTime, OutOfOrder, Settling } from './Moments.tsx';
import { Result } from './Result.tsx';
import { useAids } from './useAids.ts';
import { usePage } from './usePage.ts';
import { useReading, useVoice } from './voice.ts';
import './kiosk.css';
import './kioskKeys.css';
import './kioskChoosing.css';
import './kioskPaying.css';
import './kioskResult.css';

export interface KioskProps {
  readonly store: string;
  readonly machine: MachineView;
  /** The one-time code of what was chosen on this screen. */
  readonly payCode: string | null;
  readonly now: number;
  readonly keys: KeysProps;
}

export function Kiosk({ view, machine }: { readonly view: DisplayView; readonly machine: MachineView }) {
  const { store, profile, market, language: stores } = view.till;
  const [aids, change] = useAids(stores, machine.phase);
  const now = useNow();
  const texts = textsFor(aids.language, market, now);
  const moment = momentOf(machine, now, aids.choosesHere);
  const told = { machine, moment, now };
  const voice = useVoice(aids.language);
  const { goods } = usePage(machine, aids);
  useReading(voice, aids.aloud ? readAloud(told, goods, texts) : '');
  const keys = { aids, change, speaks: voice !== null };
  const wishes = [aids.larger && 'ks-larger', aids.low && 'ks-low'].filter((one) => one !== false);
  return (
    <TextContext.Provider value={texts}>
      <div
        className={['cs-window ks-window', profile, ...wishes].join(' ')}
        lang={aids.language}
        data-theme={aids.contrast ? 'contrast' : undefined}
      >
        <Ribbon profile={profile} />
        <main className="cs-room">
          <div className="cs-stage" key={moment}>
            <Moment moment={moment} props={{ store, machine, payCode: view.qrImage, now, keys }} />
          </div>
        </main>
        <div className="unseen" role={moment === 'result' ? 'alert' : 'status'}>
          {announcement(told, texts)}
        </div>
      </div>
    </TextContext.Provider>
  );
}

function Moment({ moment, props }: { readonly moment: KioskMoment; readonly props: KioskProps }): ReactNode {
  switch (moment) {
    case 'code':
      return <Code {...props} />;
    case 'goods':
      return <GoodsFirst {...props} />;
    case 'asking':
      return <Asking {...props} />;
    case 'choosing':
      return <Choosing {...props} />;
    case 'moreTime':
      return <MoreTime {...props} />;
    case 'dispensing':
      return <Dispensing {...props} />;
    case 'settling':
      return <Settling {...props} />;
    case 'result':
      return <Result {...props} />;
    case 'empty':
      return <Empty {...props} />;
    case 'away':
      return <Away {...props} />;
    case 'outOfOrder':
      return <OutOfOrder {...props} />;
    default:
      return assertNever(moment);
  }
}
