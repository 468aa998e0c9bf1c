/**
 * What is wrong with a field, before it is sent. The till checks again with its own schemas; these are the same limits
 * with a word for the manager beside the field.
 */

import type { SettingsView } from '../../../app/contract/calls.ts';
import { changedFields, type FieldName, type SettingsForm } from './form.ts';

export type Problem = 'missing' | 'tooLong' | 'notSerialNumber' | 'notAddress' | 'noDevice' | 'notAccepted';
export type Problems = Readonly<Partial<Record<FieldName, Problem>>>;

/** Longest values, in characters (the input schemas of the contract). */
export const longest = {
  storeName: 60,
  place: 60,
  tillNumber: 12,
  posId: 36,
  clubName: 60,
  clientId: 200,
  clientSecret: 400,
  subscriptionKey: 200,
  membersUrl: 500,
  registryToken: 400,
} as const satisfies Partial<Record<FieldName, number>>;

const needed: readonly FieldName[] = ['storeName', 'tillNumber', 'posId'];

/** Problems of the fields that were changed: what is stored was accepted once and is not questioned again. */
export function problemsIn(view: SettingsView, form: SettingsForm): Problems {
  const problems: Partial<Record<FieldName, Problem>> = {};
  const changed = changedFields(view, form);
  for (const name of changed) {
    const problem = problemOf(form, name);
    if (problem !== null) problems[name] = problem;
  }
  // Choosing a registry or a device also brings its address or id, which may be as it was: missing.
  if (changed.has('membersKind') && form.membersKind === 'http') {
    const problem = problemOf(form, 'membersUrl');
    if (problem !== null) problems.membersUrl = problem;
  }
  if (changed.has('scannerKind') && form.scannerKind === 'device' && form.scannerDevice === '') {
    problems.scannerDevice = 'noDevice';
  }
  return problems;
}

function problemOf(form: SettingsForm, name: FieldName): Problem | null {
  const held = form[name];
  if (typeof held !== 'string') return null;
  const text = held.trim();
  if (text === '' && needed.includes(name)) return 'missing';
  if (name in longest && text.length > longest[name as keyof typeof longest]) return 'tooLong';
  if (name === 'merchantSerialNumber') return /^\d{4,10}$/.test(text) ? null : 'notSerialNumber';
  if (name === 'membersUrl') return isWebAddress(text) ? null : 'notAddress';
  return null;
}

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  return ['http:', 'https:'].includes(new URL(text).protocol);
}

/** The field that a fault `settingInvalid` names, where this page has it. */
export function fieldNamed(setting: string): FieldName | null {
  return fieldOfSetting[setting] ?? null;
}

/** Settings in the contract's words, and the field that shows each. */
const fieldOfSetting: Readonly<Record<string, FieldName>> = {
  store: 'storeName',
  'store.name': 'storeName',
  'store.place': 'place',
  'store.tillNumber': 'tillNumber',
  posId: 'posId',
  market: 'market',
  language: 'language',
  clubName: 'clubName',
  profile: 'profile',
  merchantSerialNumber: 'merchantSerialNumber',
  clientId: 'clientId',
  clientSecret: 'clientSecret',
  subscriptionKey: 'subscriptionKey',
  registryToken: 'registryToken',
  checkIn: 'checkIn',
  members: 'membersKind',
  'members.url': 'membersUrl',
  scanner: 'scannerKind',
  'scanner.id': 'scannerDevice',
  serialScanner: 'serialPort',
  customerScanners: 'customerScanners',
  customerScannerAddsGoods: 'customerScannerAddsGoods',
  customerScreen: 'customerScreen',
  cameraScanner: 'cameraScanner',
};
