/**
 * The goods as tiles, a page at a time: what can be taken first, the rest dashed with its reason. Nothing is dragged, so
 * every tile is reached by touch alone (guide.md 15.4).
 */

import { ChevronLeft, ChevronRight, CircleSlash, IdCard, Wallet } from 'lucide-react';
import type { OfferView } from '../../../app/contract/view.ts';
import { formatAmount } from '../../../app/domain/money.ts';
import { Amount } from '../../components/Amount.tsx';
import { useTextOf } from '../../text/index.ts';
import { kioskText } from '../../text/kiosk.ts';
import { fill } from '../../text/language.ts';
import type { KioskProps } from './Kiosk.tsx';
import type { NotNow } from './kioskModel.ts';
import { usePage } from './usePage.ts';

export function Goods(props: { readonly of: KioskProps; readonly onTouch: (sku: string) => void }) {
  const { of, onTouch } = props;
  const { goods, rows, columns } = usePage(of.machine, of.keys.aids);
  return (
    <ul className="ks-tiles" style={{ '--rows': rows, '--columns': columns } as React.CSSProperties}>
      {goods.map((one) => (
        <li key={one.offer.sku}>
          {one.why === null ? (
            <button type="button" className="ks-tile" onClick={() => onTouch(one.offer.sku)}>
              <Stock offer={one.offer} />
              <Name offer={one.offer} />
              <Price offer={one.offer} />
            </button>
          ) : (
            <NotNowTile offer={one.offer} why={one.why} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** `null` where all the goods stand on one page. */
export function Pager({ of }: { readonly of: KioskProps }) {
  const t = useTextOf(kioskText);
  const { page, pages } = usePage(of.machine, of.keys.aids);
  if (pages === 1) return null;
  const turn = (by: number) => of.keys.change({ page: (page + by + pages) % pages });
  return (
    <>
      <button type="button" className="ks-button ks-turn" onClick={() => turn(-1)}>
        <ChevronLeft aria-hidden="true" />
        {t.previous}
      </button>
      <p className="ks-page-of" role="status">
        {fill(t.page, { number: String(page + 1), most: String(pages) })}
      </p>
      <button type="button" className="ks-button ks-turn" onClick={() => turn(1)}>
        {t.next}
        <ChevronRight aria-hidden="true" />
      </button>
    </>
  );
}

/** Longer names step down one size, so that they are read whole. */
const usualName = 24;

function Name({ offer: { name } }: { readonly offer: OfferView }) {
  return <span className={name.length > usualName ? 'ks-name long' : 'ks-name'}>{name}</span>;
}

/** Amounts beyond this many signs step down one size, so that they stay on one line. */
const usualLength = 6;

function Price({ offer: { price } }: { readonly offer: OfferView }) {
  const isLong = formatAmount(price).length > usualLength;
  return (
    <span className={isLong ? 'ks-price long' : 'ks-price'}>
      <Amount value={price} />
    </span>
  );
}

function Stock({ offer: { stock, minimumAge, code } }: { readonly offer: OfferView }) {
  const t = useTextOf(kioskText);
  return (
    <span className="ks-stock">
      <span>{stock === 1 ? t.lastOne : fill(t.inStock, { number: String(stock) })}</span>
      {minimumAge !== null && (
        <span className="ks-age">
          <IdCard aria-hidden="true" />
          {fill(t.ageMark, { number: String(minimumAge) })}
        </span>
      )}
      <Slot code={code} />
    </span>
  );
}

function Slot({ code }: Pick<OfferView, 'code'>) {
  return code === null ? null : <b className="ks-slot code">{code}</b>;
}

const signs: Readonly<Record<NotNow, typeof CircleSlash>> = {
  soldOut: CircleSlash,
  reservedTooLittle: Wallet,
  ageLimit: IdCard,
};

function NotNowTile({ offer, why }: { readonly offer: OfferView; readonly why: NotNow }) {
  const t = useTextOf(kioskText);
  const Sign = signs[why];
  return (
    <div className="ks-tile ks-notnow">
      <span className="ks-stock">
        <span className="ks-why">
          <Sign aria-hidden="true" />
          {why === 'ageLimit' && offer.minimumAge !== null
            ? `${t.ageLimit}: ${fill(t.ageMark, { number: String(offer.minimumAge) })}`
            : t[why]}
        </span>
        <Slot code={offer.code} />
      </span>
      <Name offer={offer} />
      <Price offer={offer} />
    </div>
  );
}
