/** Settings that the environment of the till's process decides (product.md, "Profiles"): shown, but not changed here. */

import { fill } from '../../text/language.ts';
import type { SettingsText } from '../../text/settings.ts';
import type { FieldName } from './form.ts';
import { fieldNamed } from './problems.ts';

/** The variable that decides a setting, in the setting's own name. */
const variables: Readonly<Record<string, string>> = {
  profile: 'KLUBBKASSA_PROFILE',
  clientId: 'KLUBBKASSA_CLIENT_ID',
  clientSecret: 'KLUBBKASSA_CLIENT_SECRET',
  subscriptionKey: 'KLUBBKASSA_SUBSCRIPTION_KEY',
  merchantSerialNumber: 'KLUBBKASSA_MSN',
  operatorPhone: 'KLUBBKASSA_OPERATOR_PHONE',
};

export interface FixedField {
  readonly field: FieldName;
  readonly variable: string | null;
}

/** `null` where it is not known which variable decides it. */
export function variableOf(setting: string): string | null {
  return variables[setting] ?? null;
}

/** Why a setting cannot be changed here. */
export function fixedWords(variable: string | null, t: Pick<SettingsText, 'fixed' | 'fixedBy'>): string {
  return variable === null ? t.fixed : fill(t.fixedBy, { variable });
}

/** The fields of this page among the fixed settings; settings without a field here are left out. */
export function fixedFields(fixed: readonly string[]): ReadonlyMap<FieldName, FixedField> {
  const found = new Map<FieldName, FixedField>();
  for (const setting of fixed) {
    const field = fieldNamed(setting);
    if (field === null) continue;
    found.set(field, { field, variable: variableOf(setting) });
    if (setting === 'store') {
      found.set('place', { field: 'place', variable: null });
      found.set('tillNumber', { field: 'tillNumber', variable: null });
    }
  }
  return found;
}
