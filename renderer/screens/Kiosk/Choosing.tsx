/** The goods: what can be taken as large tiles, the rest smaller below with its reason, and the way out within reach. */

import { CircleCheck, CircleSlash, IdCard, ShieldCheck, Wallet, X } from 'lucide-react';
import type { OfferView } from '../../../app/contract/view.ts';
import { Amount } from '../../components/Amount.tsx';
import { FaultNote } from '../../components/FaultNote.tsx';
import { useTextOf, withUnit } from '../../text/index.ts';
import { kioskText } from '../../text/kiosk.ts';
import { fill } from '../../text/language.ts';
import { Frame } from './Frame.tsx';
import type { KioskProps } from './Kiosk.tsx';
import { goodsOf, lastNotSeen, type NotNow, type NotNowOffer, taken } from './kioskModel.ts';
import { useTouch } from './useTouch.ts';

export function Choosing(props: KioskProps) {
  const { machine } = props;
  const t = useTextOf(kioskText);
  const { fault, touch } = useTouch();
  const { takeable, notNow } = goodsOf(machine);
  const has = taken(machine).length > 0;
  const notSeen = lastNotSeen(machine);
  const leave = (
    <button type="button" className="ks-button" onClick={() => touch('vending.done', {})}>
      {has ? <CircleCheck aria-hidden="true" /> : <X aria-hidden="true" />}
      {has ? t.done : t.leave}
    </button>
  );
  return (
    <Frame of={props} surface="paper" className="ks-choosing" touch={leave}>
      <div className="ks-title">
        <div>
          <h1>{t.choose}</h1>
          <p>{t.onlyWhatYouTake}</p>
        </div>
        {machine.reserved !== null && (
          <p className="ks-reserved">
            <ShieldCheck aria-hidden="true" />
            <span>
              {fill(t.upToReserved, { sum: withUnit(machine.reserved) })}
              {has && machine.left !== null && <b>{fill(t.left, { sum: withUnit(machine.left) })}</b>}
            </span>
          </p>
        )}
      </div>
      {fault !== null && <FaultNote fault={fault} />}
      {notSeen !== null && (
        <p className="ks-note" role="status">
          {fill(t.didNotCome, { name: notSeen })}
        </p>
      )}
      <div className="ks-goods">
        <ul className="ks-tiles">
          {takeable.map((offer) => (
            <li key={offer.sku}>
              <button
                type="button"
                className="ks-tile"
                onClick={() => touch('vending.take', { sku: offer.sku })}
              >
                <Stock offer={offer} />
                <span className="ks-name">{offer.name}</span>
                <Amount value={offer.price} />
              </button>
            </li>
          ))}
        </ul>
        {notNow.length > 0 && <NotNowGoods goods={notNow} />}
      </div>
    </Frame>
  );
}

function Stock({ offer: { stock, minimumAge } }: { readonly offer: OfferView }) {
  const t = useTextOf(kioskText);
  return (
    <span className="ks-stock">
      {stock === 1 ? t.lastOne : fill(t.inStock, { number: String(stock) })}
      {minimumAge !== null && <AgeMark age={minimumAge} />}
    </span>
  );
}

function AgeMark({ age }: { readonly age: number }) {
  const t = useTextOf(kioskText);
  return (
    <span className="ks-age">
      <IdCard aria-hidden="true" />
      {fill(t.ageMark, { number: String(age) })}
    </span>
  );
}

const signs: Readonly<Record<NotNow, typeof CircleSlash>> = {
  soldOut: CircleSlash,
  reservedTooLittle: Wallet,
  ageLimit: IdCard,
};

function NotNowGoods({ goods }: { readonly goods: readonly NotNowOffer[] }) {
  const t = useTextOf(kioskText);
  return (
    <section className="ks-notnow">
      <h2>{t.notNow}</h2>
      <ul>
        {goods.map(({ offer, why }) => {
          const Sign = signs[why];
          return (
            <li key={offer.sku}>
              <span className="ks-name">{offer.name}</span>
              <Amount value={offer.price} />
              <span className="ks-why">
                <Sign aria-hidden="true" />
                {why === 'ageLimit' && offer.minimumAge !== null
                  ? `${t.ageLimit}: ${fill(t.ageMark, { number: String(offer.minimumAge) })}`
                  : t[why]}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
