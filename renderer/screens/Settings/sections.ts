/** The sections of the settings page and the fields each holds, so that a section can tell what is unsaved or wrong. */

import type { FieldName } from './form.ts';
import type { Problems } from './problems.ts';

export type SectionName =
  | 'store'
  | 'keys'
  | 'scanner'
  | 'customerScreen'
  | 'shopQr'
  | 'webhooks'
  | 'club'
  | 'imports'
  | 'language'
  | 'mode'
  | 'training';

export const sectionNames: readonly SectionName[] = [
  'store',
  'keys',
  'scanner',
  'customerScreen',
  'shopQr',
  'webhooks',
  'club',
  'imports',
  'language',
  'mode',
  'training',
];

/** Practising belongs to training alone. */
export function sectionsIn(training: boolean): readonly SectionName[] {
  return training ? sectionNames : sectionNames.filter((name) => name !== 'training');
}

const sectionOfField: Readonly<Record<FieldName, SectionName>> = {
  storeName: 'store',
  place: 'store',
  tillNumber: 'store',
  posId: 'store',
  market: 'store',
  clubName: 'club',
  checkIn: 'club',
  membersKind: 'club',
  membersUrl: 'club',
  registryToken: 'club',
  merchantSerialNumber: 'keys',
  clientId: 'keys',
  clientSecret: 'keys',
  subscriptionKey: 'keys',
  scannerKind: 'scanner',
  scannerDevice: 'scanner',
  cameraScanner: 'scanner',
  serialPort: 'scanner',
  serialSuffix: 'scanner',
  customerScanners: 'scanner',
  customerScannerAddsGoods: 'scanner',
  customerScreen: 'customerScreen',
  language: 'language',
  profile: 'mode',
};

export type SectionMark = 'problem' | 'unsaved' | null;

/** The mark behind a section's name: a problem is named before a change. */
export function sectionMark(
  section: SectionName,
  changed: ReadonlySet<FieldName>,
  problems: Problems,
): SectionMark {
  const inSection = (name: FieldName) => sectionOfField[name] === section;
  if ((Object.keys(problems) as FieldName[]).some(inSection)) return 'problem';
  return [...changed].some(inSection) ? 'unsaved' : null;
}

/** The first section with a problem, in the order of the page: where saving leads when it cannot save. */
export function firstWithProblem(problems: Problems): SectionName | null {
  const wrong = new Set((Object.keys(problems) as FieldName[]).map((name) => sectionOfField[name]));
  return sectionNames.find((section) => wrong.has(section)) ?? null;
}
