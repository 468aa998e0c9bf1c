/** The cashier's screen: the basket on one side, the sale's line with its stations and one primary on the other. */

import { useEffect, useMemo } from 'react';
import type { CashierView } from '../../../app/contract/view.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { FaultNote } from '../../components/FaultNote.tsx';
import { PrimaryButton } from '../../components/PrimaryButton.tsx';
import { LineEnd } from '../../components/Station.tsx';
import { TopBar } from '../../components/TopBar.tsx';
import { TrainingRibbon } from '../../components/TrainingRibbon.tsx';
import { useStores, useTill, useView } from '../../stores/context.tsx';
import { useNow } from '../../stores/useNow.ts';
import { type Room, useRoom } from '../../stores/useRoom.ts';
import { clock, useText } from '../../text/index.ts';
import { createActions } from './actions.ts';
import { Basket } from './Basket.tsx';
import { CustomerStation } from './CustomerStation.tsx';
import { DrillPanel } from './DrillPanel.tsx';
import { Layers } from './Layers.tsx';
import { MenuButton } from './MenuButton.tsx';
import { sellingModel, titleOf } from './model.ts';
import type { SellingModel } from './modelTypes.ts';
import { PaymentStation } from './PaymentStation.tsx';
import { QuantityDialog } from './QuantityDialog.tsx';
import { followRefusedScans } from './refusedScans.ts';
import './Selling.css';
import './givingWay.css';
import { useGivingWay } from './useGivingWay.ts';
import { useKeys } from './useKeys.ts';
import { useMovingOn, useNewLineChosen, usePrimaryFocus } from './useMovingOn.ts';

export function Selling({ view }: { readonly view: CashierView }) {
  const stores = useStores();
  const window = useView((one) => one);
  const now = useNow();
  const room = useRoom();
  const connected = useTill((mirror) => mirror.connected);
  const text = useText();
  const actions = useMemo(() => createActions(stores), [stores]);
  const model = sellingModel(view, window, now);
  const act = actions.act;

  useKeys(model, actions);
  useMovingOn(model.face, window.layer, act);
  useNewLineChosen(view, stores.view);
  usePrimaryFocus(`${model.face} ${window.layer}`);
  useEffect(() => followRefusedScans(stores), [stores]);
  useEffect(() => {
    document.title = titleOf(view);
  }, [view]);

  const { till } = view;
  return (
    <div className={till.profile === 'training' ? 'selling trainingframe' : 'selling'} data-face={model.face}>
      <TopBar
        menu={<MenuButton view={view} act={act} />}
        store={till.store}
        place={[till.place, `${text.common.till} ${till.tillNumber}`]
          .filter((part) => part !== '')
          .join(' · ')}
        devices={model.devices}
        allReady={text.common.allReady(model.devices.filter((device) => device.state === 'well').length)}
        narrow={room !== 'wide'}
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
      {model.banners.map(({ key, dismiss, ...banner }) => (
        <Banner
          key={key}
          {...banner}
          {...(dismiss && { onClose: { label: text.common.close, press: () => void act(dismiss) } })}
        />
      ))}
      {model.pageFault && (
        <div className="pagefault">
          <FaultNote fault={model.pageFault} onClose={() => stores.view.setState({ fault: null })} />
        </div>
      )}
      <div className="counter">
        <main className="basketside" aria-label={text.selling.basket}>
          {view.drill !== null && <DrillPanel drill={view.drill} />}
          <Basket model={model.basket} room={room} act={act} />
          <Layers view={view} window={window} actions={actions} />
        </main>
        <Line
          model={model}
          room={room}
          typing={window.layer === 'search' || window.layer === 'phone'}
          act={act}
        />
      </div>
      {window.layer === 'quantity' && <QuantityDialog view={view} window={window} act={act} />}
    </div>
  );
}

function Line(props: {
  readonly model: SellingModel;
  readonly room: Room;
  /** The cashier types, and the primary follows what is typed. */
  readonly typing: boolean;
  readonly act: (action: NonNullable<SellingModel['primary']['action']>) => Promise<void>;
}) {
  const { model, room, typing, act } = props;
  const { primary } = model;
  const side = useGivingWay();
  return (
    <aside className="lineside" ref={side}>
      <CustomerStation model={model.customer} act={act} />
      <PaymentStation model={model.payment} room={room} act={act} />
      <LineEnd held={primary.look === 'hold'}>
        {model.secondary.length > 0 && (
          <div className="secondary">
            {model.secondary.map((button) => (
              <Button
                key={button.label}
                icon={button.icon}
                look={button.look ?? 'outline'}
                {...(button.keycap && { keycap: button.keycap })}
                {...(button.disabled && { disabled: true })}
                onPress={() => void act(button.action)}
              >
                {button.label}
              </Button>
            ))}
          </div>
        )}
        <PrimaryButton
          look={primary.look}
          label={primary.label}
          icon={primary.icon}
          turn={primary.turn}
          {...(primary.second && { second: primary.second })}
          {...(primary.keycap && { keycap: primary.keycap })}
          guarded={!typing}
          onPress={() => {
            if (primary.action !== null) void act(primary.action);
          }}
        />
      </LineEnd>
    </aside>
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
