/** Small parts of a simulated till that real ones get from the operating system. */

import type { Ids } from '../../app/ports/Ids.ts';
import type { Vault } from '../journal/vault.ts';
import type { Chance } from './chance.ts';

/** Real sealing has a test of its own and half the work of an entry; here a seal only has to be one. */
export const vault: Vault = {
  seal: (text) => Buffer.from(text).toString('base64'),
  open: (sealed) => Buffer.from(sealed, 'base64').toString(),
  hash: (text) => Buffer.from(text).toString('base64'),
};

export function idsOf(chance: Chance): Ids {
  let made = 0;
  return {
    unique() {
      made += 1;
      return `${made}-${chance.below(0x7fff_ffff).toString(36)}-${chance.below(0x7fff_ffff).toString(36)}`;
    },
    below: chance.below,
  };
}
