/** Draws the Payment station: headline, amount, what it means for the money, and what belongs to this moment. */

import { useState } from 'react';
import { Amount } from '../../components/Amount.tsx';
import { ChoiceRows } from '../../components/ChoiceRows.tsx';
import { FaultNote } from '../../components/FaultNote.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Keycap } from '../../components/Keycap.tsx';
import { MoneyBar } from '../../components/MoneyBar.tsx';
import { PhoneSketch } from '../../components/PhoneSketch.tsx';
import { Station } from '../../components/Station.tsx';
import { Timeline } from '../../components/Timeline.tsx';
import { useStores } from '../../stores/context.tsx';
import type { Room } from '../../stores/useRoom.ts';
import { useText } from '../../text/index.ts';
import type { Action, HelpRow, PaymentBody, PaymentModel } from './modelTypes.ts';
import './PaymentStation.css';

interface PaymentProps {
  readonly model: PaymentModel;
  readonly room: Room;
  readonly act: (action: Action) => Promise<void>;
}

export function PaymentStation({ model, room, act }: PaymentProps) {
  const { selling } = useText();
  const { view } = useStores();
  return (
    <Station
      name={selling.payment}
      mark={model.mark}
      icon={model.icon}
      sheet={model.sheet}
      fills
      {...(model.chip && { chip: model.chip })}
    >
      <div className={`paymenthead ${model.look}`} role={model.live}>
        {model.look === 'paid' && <Icon name="done" className="bigcheck" />}
        <div>
          <h2 className="headline">{model.headline}</h2>
          {model.amount && <Amount value={model.amount} size={model.look === 'paid' ? 'inherit' : 'large'} />}
          {model.sentence && <p className="sentence">{model.sentence}</p>}
        </div>
      </div>
      {model.money && <MoneyBar tone={model.money.tone}>{model.money.words}</MoneyBar>}
      {model.fault && <FaultNote fault={model.fault} onClose={() => view.setState({ fault: null })} />}
      <Body body={model.body} room={room} slim={model.money !== null || model.fault !== null} act={act} />
      {model.reference && <p className="reference code">{model.reference}</p>}
      {model.foot.length > 0 && room !== 'tight' && (
        <p className="stationfoot">
          {model.foot.map((fact) => (
            <span key={fact.words.replace(/\d+/g, '')}>
              <Icon name={fact.icon} {...(fact.breathes && { className: 'breathes' })} />
              {fact.words}
            </span>
          ))}
        </p>
      )}
    </Station>
  );
}

function Body(props: {
  readonly body: PaymentBody;
  readonly room: Room;
  readonly slim: boolean;
  readonly act: PaymentProps['act'];
}) {
  const { body, room, slim, act } = props;
  const { selling } = useText();
  switch (body.kind) {
    case 'sentence':
      return null;
    case 'ways': {
      const choices = slim || room === 'tight' ? body.choices.map(withoutDescription) : body.choices;
      return (
        <div className="ways">
          <ChoiceRows
            label={selling.chooseWay}
            choices={choices}
            chosen={body.chosen}
            onChoose={(way) =>
              void act(way === 'phone' ? { do: 'open', layer: 'phone' } : { do: 'chooseWay', way })
            }
          />
        </div>
      );
    }
    case 'watching':
      return <Watching body={body} room={room} />;
    case 'helps':
      return <Helps rows={body.rows} room={room} act={act} />;
    case 'steps':
      return (
        <div className="stationsteps">
          <Timeline rows={body.rows} />
        </div>
      );
    case 'checking':
      return (
        <div className="checkingbody">
          <p className="sentence">
            <b>{body.lead}</b> {body.next}
          </p>
          <ul>
            {body.facts.map((fact) => (
              <li key={fact.key}>
                <Icon name={fact.icon} />
                {fact.words}
              </li>
            ))}
          </ul>
        </div>
      );
  }
}

function withoutDescription<T extends { readonly off?: boolean; readonly description?: string | undefined }>(
  choice: T,
): T {
  return choice.off ? choice : { ...choice, description: undefined };
}

function Watching(props: { readonly body: Extract<PaymentBody, { kind: 'watching' }>; readonly room: Room }) {
  const { body, room } = props;
  const { selling } = useText();
  return (
    <div className="watching">
      {body.sketch && room !== 'tight' && <PhoneSketch {...body.sketch} />}
      {body.qrImage && <QrPicture key={body.qrImage} image={body.qrImage} />}
      <div className="there">
        <p className="label">{body.there}</p>
        <p>
          {body.what.before}
          <b className="nowrap">{body.what.strong}</b>
          {body.what.after}
        </p>
        <p className="label">{selling.say}</p>
        <p className="aloud">{body.say}</p>
      </div>
    </div>
  );
}

/** The service's own picture, untouched. Without it the customer cannot pay this way, so its absence is said. */
function QrPicture({ image }: { readonly image: string }) {
  const { selling } = useText();
  const [missing, setMissing] = useState(false);
  if (missing) return <p className="qrholder missing">{selling.qrMissing}</p>;
  return <img className="qrholder" src={image} alt={selling.qrImage} onError={() => setMissing(true)} />;
}

function Helps(props: {
  readonly rows: readonly HelpRow[];
  readonly room: Room;
  readonly act: PaymentProps['act'];
}) {
  return (
    <ul className="helps">
      {props.rows.map((row) => {
        const { action } = row;
        const words = (
          <>
            <Icon name={row.icon} />
            <span className="words">
              <b>{row.name}</b>
              {props.room !== 'tight' && <span className="second small">{row.sentence}</span>}
            </span>
            {row.keycap && <Keycap>{row.keycap}</Keycap>}
          </>
        );
        return (
          <li key={row.key}>
            {action === null ? (
              <div className="help">{words}</div>
            ) : (
              <button
                type="button"
                className="help"
                {...(row.keycap && { 'aria-keyshortcuts': row.keycap })}
                onClick={() => void props.act(action)}
              >
                {words}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
