/**
 * Stickers on a sheet, four of the chosen code or one of each of this till's, with the store's own name and words and
 * nothing of the wallet's art. Place and id stand on each, so that whoever glues them knows which belongs where. It stands
 * beside the app and not in it, and is seen on paper alone; its pictures are loaded before anybody prints.
 */

import { createPortal } from 'react-dom';
import type { StaticQrView } from '../../../../app/contract/view.ts';
import { useTill } from '../../../stores/context.tsx';
import { isCashierView } from '../../../stores/tillStore.ts';
import { useNow } from '../../../stores/useNow.ts';
import { commonText } from '../../../text/common.ts';
import { fill } from '../../../text/language.ts';
import { shopQrText } from '../../../text/shopQr.ts';
import { walletName } from '../../../text/wallet.ts';

const copies = ['b', 'c', 'd'] as const;

export function StickerSheet(props: {
  readonly chosen: StaticQrView;
  /** The others of this till. */
  readonly others: readonly StaticQrView[];
  readonly prints: 'chosen' | 'each';
}) {
  const { chosen, others, prints } = props;
  return createPortal(
    <ul className={`stickersheet ${prints}`} aria-hidden="true">
      <Sticker code={chosen} />
      {copies.map((copy) => (
        <Sticker key={copy} code={chosen} kind="copy" />
      ))}
      {others.map((code) => (
        <Sticker key={code.id} code={code} kind="another" />
      ))}
    </ul>,
    document.body,
  );
}

function Sticker({ code, kind }: { readonly code: StaticQrView; readonly kind?: 'copy' | 'another' }) {
  const now = useNow(60_000);
  const till = useTill(({ state }) => (isCashierView(state) ? state.till : null));
  if (till === null || code.image === null) return null;
  // The customer reads it: the store's language, whatever this window speaks.
  const t = shopQrText[till.language];
  return (
    <li className={kind}>
      {till.profile === 'training' && <p className="papertraining">{commonText[till.language].training}</p>}
      <p className="store">{till.store}</p>
      <p className="words">{fill(t.scanWith, { w: walletName(till.market, now) })}</p>
      <img src={code.image} alt="" />
      <p>{t.recognised}</p>
      <p className="where">{code.location}</p>
      <p className="which">{code.id}</p>
    </li>
  );
}
