/** Who this till is: store, place, number, posId, and the market that decides the currency. */

import { Segment } from '../../components/Segment.tsx';
import { useTextOf } from '../../text/index.ts';
import { settingsText } from '../../text/settings.ts';
import { FixedNote, TextSetting, useFixedReason, useForm } from './fields.tsx';

const markets = ['NO', 'DK', 'FI'] as const;

export function StoreSection() {
  const t = useTextOf(settingsText);
  return (
    <>
      <div className="st-pair">
        <TextSetting name="storeName" label={t.storeName.name} hint={t.storeName.what} />
        <TextSetting name="place" label={t.place.name} hint={t.place.what} />
        <TextSetting name="tillNumber" label={t.tillNumber.name} hint={t.tillNumber.what} />
        <TextSetting name="posId" label={t.posId.name} hint={t.posId.what} />
      </div>
      <MarketSetting />
    </>
  );
}

function MarketSetting() {
  const t = useTextOf(settingsText);
  const { form, change } = useForm();
  const reason = useFixedReason('market');
  return (
    <div>
      <Segment
        label={t.market.name}
        choices={markets.map((value) => ({ value, word: t.markets[value] }))}
        chosen={form.market}
        disabled={reason !== null}
        onChoose={(market) => change({ market })}
      />
      {reason === null ? <p className="st-hint">{t.market.what}</p> : <FixedNote>{reason}</FixedNote>}
    </div>
  );
}
