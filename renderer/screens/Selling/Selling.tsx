/** The cashier's screen: the basket on one side, the sale's line with its stations and one primary on the other. */

import { useEffect, useMemo } from 'react';
import type { CashierView } from '../../../app/contract/view.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { FaultNote } from '../../components/FaultNote.tsx';
import { PrimaryButton } from '../../components/PrimaryButton.tsx';
import { LineEnd } from '../../components/Station.tsx';
import { useStores, useView } from '../../stores/context.tsx';
import { useNow } from '../../stores/useNow.ts';
import { type Room, useRoom } from '../../stores/useRoom.ts';
import { useText } from '../../text/index.ts';
import { pageName, shownElsewhere, tellDoctor } from '../Settings/doctor/doctorLine.ts';
import { Arrivals } from './Arrivals.tsx';
import { AttentionLayer } from './AttentionLayer.tsx';
import { createActions } from './actions.ts';
import { Basket } from './Basket.tsx';
import { CameraPanel } from './CameraPanel.tsx';
import { CustomerStation } from './CustomerStation.tsx';
import { DrillPanel } from './DrillPanel.tsx';
import { Layers } from './Layers.tsx';
import { sellingModel, titleOf } from './model.ts';
import type { SellingModel } from './modelTypes.ts';
import { PaymentStation } from './PaymentStation.tsx';
import { QuantityDialog } from './QuantityDialog.tsx';
import { followRefusedScans } from './refusedScans.ts';
import { TillBar } from './TillBar.tsx';
import './Selling.css';
import './givingWay.css';
import { useGivingWay } from './useGivingWay.ts';
import { useKeys } from './useKeys.ts';
import { useLayerEnds, useMovingOn, useNewLineChosen, usePrimaryFocus } from './useMovingOn.ts';

export function Selling({ view }: { readonly view: CashierView }) {
  const stores = useStores();
  const window = useView((one) => one);
  const now = useNow();
  const room = useRoom();
  const text = useText();
  const actions = useMemo(() => createActions(stores), [stores]);
  const page = useMemo(() => pageName(sessionStorage), []);
  const model = sellingModel({ ...view, doctor: shownElsewhere(view.doctor, page) }, window, now);
  const act = actions.act;

  useKeys(model, actions);
  useMovingOn(model.face, window.layer, act);
  useLayerEnds(model.face, window, stores.view);
  useNewLineChosen(view, stores.view);
  usePrimaryFocus(`${model.face} ${window.layer} ${view.customer?.masked ?? ''}`);
  useEffect(() => followRefusedScans(stores), [stores]);
  // A page that was reloaded in the middle of the scanner doctor: the next scan is for the till again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is so when this screen comes
  useEffect(() => {
    if (view.doctor?.pages.includes(page)) void tellDoctor(stores.door, page, false);
  }, [stores]);
  useEffect(() => {
    document.title = titleOf(view);
  }, [view]);

  const { till } = view;
  return (
    <div className={till.profile === 'training' ? 'selling trainingframe' : 'selling'} data-face={model.face}>
      <TillBar view={view} now={now} room={room} act={act} />
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
          <CameraPanel view={view} actions={actions} />
          <Arrivals model={model.arrivals} act={act} />
          <Basket
            model={model.basket}
            room={room}
            act={act}
            instead={
              window.layer === 'attention' ? (
                <AttentionLayer view={view} window={window} actions={actions} />
              ) : null
            }
          />
          <Layers view={view} window={window} actions={actions} />
        </main>
        <Line
          model={model}
          room={room}
          typing={['search', 'phone', 'otherPhone'].includes(window.layer)}
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
