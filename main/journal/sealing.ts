/**
 * Which values of an event are personal, and their replacement by `{ "sealed": "…" }` on the way to disk. The list
 * works by name at any depth, so that a new event with an old name is covered before anybody thinks of it.
 */

import { StoreDamaged } from './faults.ts';
import type { Vault } from './vault.ts';

/** Personal, or a handle that acts for a person, wherever it stands. */
export const personalNames: ReadonlySet<string> = new Set([
  'msisdn',
  'customerToken',
  'authReqId',
  'sub',
  'givenName',
  'familyName',
  'email',
]);

/** Personal only as a property of these: the `name` and `number` of a product or a sale are not. */
export const personalNamesOf: Readonly<Record<string, readonly string[]>> = {
  member: ['name', 'number'],
  consented: ['name'],
};

/** Plain JSON data with every personal text sealed. */
export function sealed(value: unknown, vault: Vault): unknown {
  return mapObjects(value, null, (key, parent, item) =>
    typeof item === 'string' && isPersonal(key, parent) ? { sealed: vault.seal(item) } : undefined,
  );
}

/** The reverse. Throws `StoreDamaged` where a seal cannot be opened. */
export function opened(value: unknown, vault: Vault): unknown {
  return mapObjects(value, null, (key, parent, item) => {
    if (!isPersonal(key, parent)) return undefined;
    if (typeof item === 'string') throw new StoreDamaged(`${key} is not sealed`);
    if (typeof item !== 'object' || item === null || !('sealed' in item)) return undefined;
    return vault.open(String(item.sealed));
  });
}

function isPersonal(key: string, parent: string | null): boolean {
  const ofParent = parent === null ? undefined : personalNamesOf[parent];
  return personalNames.has(key) || ofParent?.includes(key) === true;
}

type Replace = (key: string, parent: string | null, item: unknown) => unknown;

function mapObjects(value: unknown, parent: string | null, replace: Replace): unknown {
  if (Array.isArray(value)) return value.map((item) => mapObjects(item, parent, replace));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      replace(key, parent, item) ?? mapObjects(item, key, replace),
    ]),
  );
}
