/**
 * Four stickers of one code on a sheet, with the store's own name and words and nothing of the wallet's art. It stands
 * beside the app and not in it, and is seen on paper alone.
 */

import { createPortal } from 'react-dom';
import { useTill } from '../../../stores/context.tsx';
import { isCashierView } from '../../../stores/tillStore.ts';
import { useNow } from '../../../stores/useNow.ts';
import { commonText } from '../../../text/common.ts';
import { fill } from '../../../text/language.ts';
import { shopQrText } from '../../../text/shopQr.ts';
import { walletName } from '../../../text/wallet.ts';

const stickers = ['a', 'b', 'c', 'd'] as const;

export function StickerSheet({ place, image }: { readonly place: string; readonly image: string }) {
  const now = useNow(60_000);
  const till = useTill(({ state }) => (isCashierView(state) ? state.till : null));
  if (till === null) return null;
  // The customer reads it: the store's language, whatever this window speaks.
  const t = shopQrText[till.language];
  return createPortal(
    <ul className="stickersheet" aria-hidden="true">
      {stickers.map((one) => (
        <li key={one}>
          {till.profile === 'training' && (
            <p className="papertraining">{commonText[till.language].training}</p>
          )}
          <p className="store">{till.store}</p>
          <p className="words">{fill(t.scanWith, { w: walletName(till.market, now) })}</p>
          <img src={image} alt="" />
          <p>{t.recognised}</p>
          <p className="where">{place}</p>
        </li>
      ))}
    </ul>,
    document.body,
  );
}
