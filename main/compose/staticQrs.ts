/**
 * The store's own codes that stand at its tills (payments.md 5.3): made, renamed, shown and taken away at the service,
 * which also draws them. Which codes are this till's is in their ids; of what the service said last this till's own are kept:
 * the picture for a machine's screen, and the places by which whoever scanned one is told apart.
 */

import type { StaticQrView } from '../../app/contract/viewStaticQr.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { same } from '../../app/kernel/same.ts';
import type { Ids } from '../../app/ports/Ids.ts';
import type { QrImages } from '../pages/qrImages.ts';
import type { MerchantQr, MerchantQrCode } from '../vipps/index.ts';
import { type PictureFile, pictureFile } from './pictureFile.ts';

export interface StaticQrs {
  list(): Promise<Result<readonly StaticQrView[]>>;
  /** Makes a code, or renames the place of one of this till's. */
  put(wish: { readonly id?: string; readonly location: string }): Promise<Result<{ readonly id: string }>>;
  remove(id: string): Promise<Result<null>>;
  /** The code as a file to keep, drawn by the service. */
  file(id: string, format: PictureFile['format']): Promise<Result<PictureFile>>;
  isOurs(id: string): boolean;
  /** Where the scanned code stands; `null` where this till has but one, or does not know it. */
  placeOf(id: string): string | null;
  /** The picture of this till's first code, as the service told it last; `null` where it has none that is heard. */
  picture(): string | null;
}

export interface StaticQrParts {
  readonly posId: string;
  /** Whether the code stands on a machine that sells by itself: the app waits with other words then. */
  readonly unattended: boolean;
  readonly merchantQr: MerchantQr;
  readonly ids: Ids;
  readonly images: QrImages;
  /** Told whether this till has any code, whenever the service has said so. */
  readonly owns: (any: boolean) => void;
  /** Whether a scan would come to this till: a code that leads nowhere is held out to nobody. */
  readonly reached: () => boolean;
  /** Told when what is kept is another. */
  readonly changed: () => void;
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

export function createStaticQrs(parts: StaticQrParts): StaticQrs {
  const { posId, unattended, merchantQr, ids, images, owns, reached, changed } = parts;
  // The point ends the till's own part: `POS-1` and `POS-10` share no code.
  const prefix = `${posId.replace(/[^A-Za-z0-9-]/g, '-')}.`;
  const isOurs = (id: string) => id.startsWith(prefix);
  let own: readonly MerchantQrCode[] = [];

  const pictureOf = ({ imageUrl }: MerchantQrCode) => (imageUrl === null ? null : images.addressOf(imageUrl));

  const viewOf = (code: MerchantQrCode): StaticQrView => ({
    id: code.id,
    location: code.locationDescription,
    isThisTills: isOurs(code.id),
    image: pictureOf(code),
    content: code.content,
  });

  function newId(): string {
    let random = '';
    for (let index = 0; index < 8; index += 1) random += letters.charAt(ids.below(letters.length));
    return prefix + random;
  }

  /** `VENDING` is newer than the stored document (payments.md 5): a service that does not know it gets the code without. */
  async function put(id: string, location: string): ReturnType<MerchantQr['put']> {
    if (!unattended) return merchantQr.put(id, location);
    const done = await merchantQr.put(id, location, 'VENDING');
    return done.ok || done.fault.kind !== 'rejected' ? done : merchantQr.put(id, location);
  }

  async function list(): Promise<Result<readonly StaticQrView[]>> {
    const listed = await merchantQr.list();
    if (!listed.ok) return listed;
    const before = own;
    own = listed.value.filter(({ id }) => isOurs(id));
    owns(own.length > 0);
    if (!same(own, before)) changed();
    return ok(listed.value.map(viewOf));
  }

  return {
    isOurs,
    list,
    file: (id, format) => pictureFile({ merchantQr, images }, id, format),
    placeOf: (id) =>
      own.length > 1 ? (own.find((one) => one.id === id)?.locationDescription ?? null) : null,
    picture() {
      const [first] = own;
      // Asked for anew with every state: a picture that stands on a screen is not forgotten for those that came after it.
      return first === undefined || !reached() ? null : pictureOf(first);
    },
    async put({ id = newId(), location }) {
      if (!isOurs(id)) return err({ kind: 'codeOfAnotherTill' });
      const done = await put(id, location);
      if (!done.ok) return done;
      owns(true);
      // The service draws it; until it says where, there is nothing to show.
      await list();
      return ok({ id });
    },
    async remove(id) {
      if (!isOurs(id)) return err({ kind: 'codeOfAnotherTill' });
      const done = await merchantQr.delete(id);
      if (!done.ok) return done;
      // Whether any is left is the service's to say.
      await list();
      return ok(null);
    },
  };
}
