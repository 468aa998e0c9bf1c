/** The sections of the settings page and the fields each holds, so that a section can tell what is unsaved or wrong. */

import type { CodeRoad } from '../../../app/contract/view.ts';
import type { FieldName } from './form.ts';
import type { Problems } from './problems.ts';
import { isBroken } from './webhooks/road.ts';

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

/** A machine without staff has no cashier who scans, no second screen and no members. */
const ofStaff: readonly SectionName[] = ['scanner', 'customerScreen', 'club'];

/** Practising belongs to training alone. */
export function sectionsIn(till: {
  readonly training: boolean;
  readonly machine: boolean;
}): readonly SectionName[] {
  return sectionNames.filter((name) => {
    if (name === 'training') return till.training;
    return !till.machine || !ofStaff.includes(name);
  });
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

/** Where it is told what becomes of a scan of the store's code, and what to do. */
const ofTheRoad: readonly SectionName[] = ['shopQr', 'webhooks'];

export type SectionMark = 'problem' | 'unsaved' | 'trouble' | null;

/** The mark behind a section's name: a problem is named before a change, and both before trouble of the world outside. */
export function sectionMark(
  section: SectionName,
  changed: ReadonlySet<FieldName>,
  problems: Problems,
  storeCode: CodeRoad,
): SectionMark {
  const inSection = (name: FieldName) => sectionOfField[name] === section;
  if ((Object.keys(problems) as FieldName[]).some(inSection)) return 'problem';
  if ([...changed].some(inSection)) return 'unsaved';
  return ofTheRoad.includes(section) && isBroken(storeCode) ? 'trouble' : null;
}

/** The first section with a problem, in the order of the page: where saving leads when it cannot save. */
export function firstWithProblem(problems: Problems): SectionName | null {
  const wrong = new Set((Object.keys(problems) as FieldName[]).map((name) => sectionOfField[name]));
  return sectionNames.find((section) => wrong.has(section)) ?? null;
}
