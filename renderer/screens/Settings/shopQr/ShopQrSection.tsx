/** The store's own codes: whether a scan would reach this till, what codes there are, and the chosen one. */

import { useState } from 'react';
import { Button } from '../../../components/Button.tsx';
import { ChoiceRows } from '../../../components/ChoiceRows.tsx';
import { FaultNote } from '../../../components/FaultNote.tsx';
import { useTextOf } from '../../../text/index.ts';
import { shopQrText } from '../../../text/shopQr.ts';
import { useWebhooks } from '../webhooks/useWebhooks.ts';
import { ChosenCode } from './ChosenCode.tsx';
import { PlaceDialog } from './PlaceDialog.tsx';
import { RoadNote } from './RoadNote.tsx';
import './shopQr.css';
import { useShopQr } from './useShopQr.ts';

export function ShopQrSection({ onWebhooks }: { readonly onWebhooks: () => void }) {
  const t = useTextOf(shopQrText);
  const shopQr = useShopQr();
  const [making, setMaking] = useState(false);
  const { codes, chosen } = shopQr;
  const list = codes.kind === 'answered' ? codes.value : [];
  const hasCode = list.some(({ isThisTills }) => isThisTills);
  const { seen, look } = useWebhooks(hasCode);
  return (
    <>
      {codes.kind !== 'asking' && <RoadNote seen={seen} hasCode={hasCode} onWebhooks={onWebhooks} />}
      {codes.kind === 'asking' && <p className="st-sentence">{t.loading}</p>}
      {codes.kind === 'refused' && (
        <>
          <FaultNote fault={codes.fault} />
          <div className="st-row">
            <Button icon="again" size="small" onPress={shopQr.load}>
              {t.tryAgain}
            </Button>
          </div>
        </>
      )}
      {codes.kind === 'answered' && (
        <div className={chosen === null ? 'sq-page' : 'sq-page two'}>
          {chosen !== null && <ChosenCode key={chosen.id} code={chosen} shopQr={shopQr} />}
          <div className="sq-codes st-stack">
            <h2>{t.codes}</h2>
            {list.length === 0 && <p className="st-sentence">{t.none}</p>}
            <ChoiceRows
              label={t.codes}
              choices={list.map(({ id, location, isThisTills }) => ({
                value: id,
                name: location,
                description: `${isThisTills ? t.thisTill : t.anotherTill} · ${id}`,
                icon: 'qr' as const,
              }))}
              chosen={chosen?.id ?? null}
              onChoose={shopQr.choose}
            />
            <div className="st-row">
              <Button icon="plus" size="small" onPress={() => setMaking(true)}>
                {t.make}
              </Button>
            </div>
          </div>
        </div>
      )}
      {making && (
        <PlaceDialog
          title={t.makeTitle}
          place=""
          action={t.make}
          busy={shopQr.busy}
          onSave={async (location) => {
            const refused = await shopQr.make(location);
            if (refused === null) look();
            return refused;
          }}
          onClose={() => setMaking(false)}
        />
      )}
    </>
  );
}
