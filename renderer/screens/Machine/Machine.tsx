/**
 * The manager's page at a machine that sells by itself: what it does now, what it holds, its PIN, and the ways on. It
 * stands where a staffed till has its basket; nothing is sold here.
 */

import type { CashierView, MachineView } from '../../../app/contract/view.ts';
import { Button } from '../../components/Button.tsx';
import { TrainingRibbon } from '../../components/TrainingRibbon.tsx';
import { useDoor, useStores } from '../../stores/context.tsx';
import type { Layer } from '../../stores/viewStore.ts';
import { useText, useTextOf } from '../../text/index.ts';
import { machinePageText } from '../../text/machinePage.ts';
import { MachineAttention } from './MachineAttention.tsx';
import { MachineContact } from './MachineContact.tsx';
import { MachinePin } from './MachinePin.tsx';
import { MachineState } from './MachineState.tsx';
import { MachineStock } from './MachineStock.tsx';
import { Quit } from './Quit.tsx';
import './machine.css';

export function Machine({ view, machine }: { readonly view: CashierView; readonly machine: MachineView }) {
  const t = useTextOf(machinePageText);
  const { common, wallet } = useText();
  const { till } = view;
  const training = till.profile === 'training';
  const { view: views, door } = useStores();
  const open = (layer: Layer) => views.setState({ layer });
  return (
    <div className={training ? 'mc-page trainingframe' : 'mc-page'}>
      <header className="mc-head">
        <h1>{t.title}</h1>
        <p>
          <b>{till.store}</b> {[till.place, till.posId].filter(Boolean).join(' · ')}
        </p>
      </header>
      {training && <TrainingRibbon name={common.training} sentence={common.trainingSays(wallet)} />}
      <div className="mc-body">
        <div className="mc-side">
          <MachineState machine={machine} />
          <MachineAttention view={view} />
          {door.inBrowser !== true && <MachinePin />}
          <MachineContact phone={machine.operatorPhone} market={till.market} />
        </div>
        <MachineStock offers={machine.offers} />
      </div>
      <Foot open={open} />
    </div>
  );
}

function Foot({ open }: { readonly open: (layer: Layer) => void }) {
  const t = useTextOf(machinePageText);
  const door = useDoor();
  // In a browser the till is ended by whoever started it, and the customer's screen is another window altogether.
  const inBrowser = door.inBrowser === true;
  return (
    <footer className="mc-foot">
      <Button icon="history" onPress={() => open('payments')}>
        {t.payments}
      </Button>
      <Button icon="calendar" onPress={() => open('day')}>
        {t.day}
      </Button>
      <Button icon="settings" onPress={() => open('settings')}>
        {t.settings}
      </Button>
      {!inBrowser && (
        <>
          <span className="mc-apart" />
          <Quit />
          <Button icon="back" onPress={() => window.close()}>
            {t.back}
          </Button>
        </>
      )}
    </footer>
  );
}
