/**
 * The store's own codes that stand at its tills (payments.md 5.3): made, renamed, shown and taken away at the service,
 * which also draws them. Which codes are this till's is in their ids; of what the service said last only the picture that
 * a machine's screen shows is kept.
 */

import type { StaticQrView } from '../../app/contract/viewStaticQr.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import type { Ids } from '../../app/ports/Ids.ts';
import type { MerchantQr, MerchantQrCode } from '../vipps/index.ts';

export interface StaticQrs {
  list(): Promise<Result<readonly StaticQrView[]>>;
  /** Makes a code, or renames the place of one of this till's. */
  put(wish: { readonly id?: string; readonly location: string }): Promise<Result<{ readonly id: string }>>;
  remove(id: string): Promise<Result<null>>;
  isOurs(id: string): boolean;
  /** The picture of this till's first code, as the service told it last; `null` where it has none that is heard. */
  picture(): string | null;
}

export interface StaticQrParts {
  readonly posId: string;
  readonly merchantQr: MerchantQr;
  readonly ids: Ids;
  /** The address on this host that stands for the service's picture. */
  readonly pictureOf: (url: string) => string | null;
  /** Told whether this till has any code, whenever the service has said so. */
  readonly owns: (any: boolean) => void;
  /** Whether a scan would come to this till: a code that leads nowhere is held out to nobody. */
  readonly reached: () => boolean;
  /** Told when `picture` is another. */
  readonly changed: () => void;
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

export function createStaticQrs(parts: StaticQrParts): StaticQrs {
  const { posId, merchantQr, ids, pictureOf, owns, reached, changed } = parts;
  // The point ends the till's own part: `POS-1` and `POS-10` share no code.
  const prefix = `${posId.replace(/[^A-Za-z0-9-]/g, '-')}.`;
  const isOurs = (id: string) => id.startsWith(prefix);
  let picture: string | null = null;

  const viewOf = ({ id, locationDescription, imageUrl, content }: MerchantQrCode): StaticQrView => ({
    id,
    location: locationDescription,
    isThisTills: isOurs(id),
    image: imageUrl === null ? null : pictureOf(imageUrl),
    content,
  });

  function newId(): string {
    let random = '';
    for (let index = 0; index < 8; index += 1) random += letters.charAt(ids.below(letters.length));
    return prefix + random;
  }

  async function list(): Promise<Result<readonly StaticQrView[]>> {
    const listed = await merchantQr.list();
    if (!listed.ok) return listed;
    const views = listed.value.map(viewOf);
    const own = views.find(({ isThisTills }) => isThisTills);
    owns(own !== undefined);
    const before = picture;
    picture = own?.image ?? null;
    if (picture !== before) changed();
    return ok(views);
  }

  return {
    isOurs,
    list,
    picture: () => (reached() ? picture : null),
    async put({ id = newId(), location }) {
      if (!isOurs(id)) return err({ kind: 'codeOfAnotherTill' });
      const done = await merchantQr.put(id, location);
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
