/** The chosen code: its picture as the service drew it, and what can be done with it. */

import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { StaticQrView } from '../../../../app/contract/view.ts';
import type { Fault } from '../../../../app/kernel/fault.ts';
import { Button } from '../../../components/Button.tsx';
import { useTextOf } from '../../../text/index.ts';
import { fill } from '../../../text/language.ts';
import { shopQrText } from '../../../text/shopQr.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { Downloads } from './Downloads.tsx';
import { LargeCode } from './LargeCode.tsx';
import { PlaceDialog } from './PlaceDialog.tsx';
import { StickerSheet } from './StickerSheet.tsx';
import type { ShopQrState } from './useShopQr.ts';

export function ChosenCode(props: { readonly code: StaticQrView; readonly shopQr: ShopQrState }) {
  const { code, shopQr } = props;
  const { id, location, image } = code;
  const t = useTextOf(shopQrText);
  const [open, setOpen] = useState<'none' | 'large' | 'rename' | 'remove'>('none');
  const [fault, setFault] = useState<Fault | null>(null);
  const [missing, setMissing] = useState(false);
  const [prints, setPrints] = useState<'chosen' | 'each'>('chosen');
  const close = () => {
    setOpen('none');
    setFault(null);
  };
  const picture = missing ? null : image;
  const listed = shopQr.codes.kind === 'answered' ? shopQr.codes.value : [];
  const others = listed.filter((one) => one.isThisTills && one.id !== id);
  const print = (what: typeof prints) => {
    // The sheet is as it shall be before the window takes its picture of it.
    flushSync(() => setPrints(what));
    window.print();
  };
  return (
    <section className="sq-code" aria-label={location}>
      <div className="sq-card">
        {picture === null ? (
          <p className="st-sentence">{t.noPicture}</p>
        ) : (
          <img
            className="sq-picture"
            src={picture}
            alt={fill(t.picture, { place: location })}
            onError={() => setMissing(true)}
          />
        )}
        <p className="st-name">{location}</p>
        <p className="code sq-id">{id}</p>
      </div>
      <div className="sq-acts st-stack">
        {picture !== null && (
          <div className="st-row">
            <Button icon="screen" size="small" onPress={() => setOpen('large')}>
              {t.showLarge}
            </Button>
            <Button icon="printer" size="small" onPress={() => print('chosen')}>
              {t.print}
            </Button>
            {code.isThisTills && others.length > 0 && (
              <Button icon="printer" size="small" onPress={() => print('each')}>
                {t.printEach}
              </Button>
            )}
          </div>
        )}
        <Downloads id={id} />
        {code.isThisTills ? (
          <div className="st-row">
            <Button icon="receipt" size="small" onPress={() => setOpen('rename')}>
              {t.rename}
            </Button>
            <Button icon="remove" size="small" look="danger" onPress={() => setOpen('remove')}>
              {t.remove}
            </Button>
          </div>
        ) : (
          <p className="st-sentence">{t.ofAnother}</p>
        )}
      </div>
      {picture !== null && <StickerSheet chosen={code} others={others} prints={prints} />}
      {open === 'large' && picture !== null && <LargeCode place={location} image={picture} onClose={close} />}
      {open === 'rename' && (
        <PlaceDialog
          title={t.renameTitle}
          place={location}
          action={t.save}
          busy={shopQr.busy}
          onSave={(place) => shopQr.rename(id, place)}
          onClose={close}
        />
      )}
      {open === 'remove' && (
        <ConfirmDialog
          title={t.removeTitle}
          subject={location}
          what={t.removeWhat}
          yes={t.removeYes}
          keep={t.keep}
          busy={shopQr.busy}
          fault={fault}
          onYes={() => void shopQr.remove(id).then(setFault)}
          onClose={close}
        />
      )}
    </section>
  );
}
