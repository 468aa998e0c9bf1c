/** What stands above every page of a cashier: the top bar, the till's profile, and whether the till can be reached. */

import type { CashierView } from '../../../app/contract/view.ts';
import { Banner } from '../../components/Banner.tsx';
import { TopBar } from '../../components/TopBar.tsx';
import { TrainingRibbon } from '../../components/TrainingRibbon.tsx';
import { useTill, useView } from '../../stores/context.tsx';
import type { Room } from '../../stores/useRoom.ts';
import { clock, useText } from '../../text/index.ts';
import type { Actions } from './actions.ts';
import { CameraButton } from './CameraPanel.tsx';
import { devicesOf } from './devices.ts';
import { faceOf } from './face.ts';
import { MenuButton } from './MenuButton.tsx';

export function TillBar(props: {
  readonly view: CashierView;
  readonly now: number;
  readonly room: Room;
  readonly act: Actions['act'];
}) {
  const { view, now, room, act } = props;
  const text = useText();
  const connected = useTill((mirror) => mirror.connected);
  const shown = useView((one) => one.layer === 'attention');
  const { till, attention } = view;
  const devices = devicesOf(view, faceOf(view), text);
  return (
    <>
      <TopBar
        menu={<MenuButton view={view} act={act} />}
        store={till.store}
        place={[till.place, `${text.common.till} ${till.tillNumber}`]
          .filter((part) => part !== '')
          .join(' · ')}
        devices={devices}
        beside={<CameraButton view={view} act={act} />}
        allReady={text.common.allReady(devices.filter((device) => device.state === 'well').length)}
        narrow={room !== 'wide'}
        attention={
          attention.length === 0
            ? null
            : {
                words: text.common.needsAttention,
                short: text.common.lookAt,
                count: attention.length,
                open: shown,
                press: () => void act({ do: 'open', layer: 'attention' }),
              }
        }
        cashier={till.cashier}
        time={clock(now)}
      />
      {till.profile !== 'production' && <Profile profile={till.profile} />}
      {!connected && (
        <Banner
          tone="problem"
          icon="stop"
          cause={text.common.noConnection}
          sentence={text.common.noConnectionNext}
        />
      )}
    </>
  );
}

function Profile({ profile }: { readonly profile: 'training' | 'test' }) {
  const { common, wallet } = useText();
  if (profile === 'training') {
    return <TrainingRibbon name={common.training} sentence={common.trainingSays(wallet)} />;
  }
  return (
    <p className="testprofile">
      <b>{common.test}</b>
      {common.testSays(wallet)}
    </p>
  );
}
