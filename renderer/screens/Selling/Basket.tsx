/** The paper on the counter: search and parking on top, the lines, and the sum ruled off below. */

import type { ReactNode } from 'react';
import { Amount } from '../../components/Amount.tsx';
import { Button } from '../../components/Button.tsx';
import { FaultNote } from '../../components/FaultNote.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Keycap } from '../../components/Keycap.tsx';
import { KnitBand } from '../../components/KnitBand.tsx';
import { useStores } from '../../stores/context.tsx';
import type { Room } from '../../stores/useRoom.ts';
import { useText } from '../../text/index.ts';
import './Basket.css';
import { BasketLines } from './BasketLines.tsx';
import type { Action, BasketModel, ButtonModel } from './modelTypes.ts';

interface BasketProps {
  readonly model: BasketModel;
  readonly room: Room;
  readonly act: (action: Action) => Promise<void>;
}

/** `instead` stands where the head and the lines are; the sum below stays. */
export function Basket({ model, room, act, instead }: BasketProps & { readonly instead: ReactNode }) {
  return (
    <>
      {instead ?? <Paper model={model} room={room} act={act} />}
      {model.empty ? (
        instead === null && <Last model={model} act={act} />
      ) : (
        <Foot model={model} room={room} />
      )}
    </>
  );
}

function Paper({ model, room, act }: BasketProps) {
  const { view } = useStores();
  return (
    <>
      <Head model={model} room={room} act={act} />
      {model.fault && (
        <div className="basketfault">
          <FaultNote fault={model.fault} onClose={() => view.setState({ fault: null })} />
        </div>
      )}
      {model.empty ? <Empty model={model} /> : <BasketLines model={model} act={act} />}
      {model.removed && (
        <p className="removedline" role="status">
          <span>{model.removed}</span>
          <Undo act={act} />
        </p>
      )}
    </>
  );
}

function Undo({ act }: Pick<BasketProps, 'act'>) {
  const { selling } = useText();
  return (
    <Button size="small" icon="released" onPress={() => void act({ do: 'undoRemove' })}>
      {selling.undo}
    </Button>
  );
}

function Head({ model, room, act }: BasketProps) {
  const { selling } = useText();
  const { head } = model;
  const { search: wide, searchShort: narrow, searchTight: tight } = selling;
  const placeholder: Record<Room, string> = { wide, narrow, tight };
  // The button beside it takes room from the sentence, and says the rest of it.
  const locked: Record<Room, string> = {
    wide: selling.locked,
    narrow: selling.lockedShort,
    tight: selling.lockedTight,
  };
  return (
    <div className="baskethead">
      {head.kind === 'search' ? (
        <button
          type="button"
          className="searchfield"
          aria-keyshortcuts="F2"
          onClick={() => void act({ do: 'open', layer: 'search' })}
        >
          <Icon name="search" />
          <span className="placeholder">{placeholder[room]}</span>
          <Keycap>F2</Keycap>
        </button>
      ) : (
        <p className="headsays">
          <Icon name={head.icon} />
          <span>{head.change === null ? head.words : locked[room]}</span>
        </p>
      )}
      {head.kind === 'says' && head.change && <HeadButton button={head.change} room={room} act={act} />}
      {model.park && <HeadButton button={model.park} room={room} act={act} />}
      <HeadButton button={model.parked} room={room} act={act} />
    </div>
  );
}

function HeadButton(props: {
  readonly button: ButtonModel;
  readonly room: Room;
  readonly act: BasketProps['act'];
}) {
  const { button, room, act } = props;
  return (
    <Button
      icon={button.icon}
      {...(button.keycap && room === 'wide' && { keycap: button.keycap })}
      {...(button.disabled && { disabled: true })}
      onPress={() => void act(button.action)}
    >
      {button.label}
    </Button>
  );
}

function Empty({ model }: { readonly model: BasketModel }) {
  const { selling } = useText();
  return (
    <div className="emptybasket">
      <div className="says">
        <h1>{selling.newSale}</h1>
        <p>{selling.newSaleSays}</p>
      </div>
      <KnitBand />
      {model.last === null && <div className="ground" />}
    </div>
  );
}

/** "Did it go through?" is one key away. */
function Last({ model, act }: Pick<BasketProps, 'model' | 'act'>) {
  const { common } = useText();
  const { last } = model;
  if (last === null) return null;
  return (
    <div className="lastsale">
      <Icon name={last.good ? 'allDone' : 'cancelled'} {...(last.good && { className: 'good' })} />
      <p>
        <span className="second">{last.when}</span>
        <br />
        <b>{last.sum}</b> · {last.state}
      </p>
      <Button
        look="plain"
        icon="history"
        keycap="F8"
        onPress={() => void act({ do: 'open', layer: 'payments' })}
      >
        {common.payments}
      </Button>
    </div>
  );
}

function Foot({ model, room }: Pick<BasketProps, 'model' | 'room'>) {
  const totals = room === 'tight' ? model.totals.slice(0, 1) : model.totals;
  return (
    <div className={model.paid ? 'basketfoot paid' : 'basketfoot'}>
      <dl>
        {totals.map((row) => (
          <div key={row.key} className={row.good ? 'good' : undefined}>
            <dt>{row.name}</dt>
            <dd>
              {row.value}
              {row.note && <span className="note"> {row.note}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p className="sum">
        <span className="label">
          {model.paid && <Icon name="done" />}
          {model.totalLabel}
        </span>
        {model.total && <Amount value={model.total} size="inherit" />}
      </p>
    </div>
  );
}
