/** What the page says of one scan: what the code is, whether it arrived well, and the next step where it did not. */

import type { DoctorScanView } from '../../../../app/contract/view.ts';
import type { TillCommand } from '../../../../app/domain/command.ts';
import type { DiagnosedMeaning } from '../../../../app/domain/scanDiagnosis.ts';
import { assertNever } from '../../../../app/kernel/assertNever.ts';
import type { IconName } from '../../../components/Icon.tsx';
import { fill } from '../../../text/language.ts';
import type { ScannerDoctorText } from '../../../text/scannerDoctor.ts';

/** Every way a code is named. */
export type WhatKey =
  | 'goods'
  | 'goodsNotFound'
  | 'personalNumber'
  | 'personalToken'
  | 'storeQr'
  | `command${Capitalize<TillCommand>}`
  | 'damaged'
  | 'damagedOther'
  | 'damagedByCapsLock'
  | 'cutPersonal'
  | 'cutGoods'
  | 'misread'
  | 'sheetLetters'
  | 'sheetLong'
  | 'unknown'
  | 'nothing';

export interface Said {
  readonly icon: IconName;
  readonly name: string;
  readonly what: string;
  readonly well: boolean;
  readonly chip: string;
  /** `null` where nothing is to be done. */
  readonly next: string | null;
  /** Its content is somebody's and stays hidden. */
  readonly personal: boolean;
}

export function saidOf(
  scan: Pick<DoctorScanView, 'meaning' | 'verdict' | 'typed'>,
  t: Pick<ScannerDoctorText, 'whats' | 'verdicts' | 'layouts'>,
  wallet: string,
): Said {
  const { meaning } = scan;
  const key = whatKey(meaning);
  const with_ = { w: wallet, ...facts(meaning, t.layouts) };
  const { name, what } = t.whats[key];
  const verdict = t.verdicts[scan.verdict];
  const next = scan.typed === null ? verdict.next : (verdict.typed ?? verdict.next);
  const well = scan.verdict === 'readsWell';
  return {
    icon: well ? icons[key] : 'attention',
    name: fill(name, with_),
    what: fill(what, with_),
    well,
    chip: verdict.chip,
    next: next === null ? null : fill(next, with_),
    personal: key.startsWith('personal') || key.startsWith('damaged') || key === 'cutPersonal',
  };
}

const commands = {
  park: 'commandPark',
  cancel: 'commandCancel',
  request: 'commandRequest',
} as const satisfies Record<TillCommand, WhatKey>;

function whatKey(meaning: DiagnosedMeaning): WhatKey {
  switch (meaning.kind) {
    case 'goods':
      return meaning.product === null ? 'goodsNotFound' : 'goods';
    case 'personalQr':
      return meaning.form === 'number' ? 'personalNumber' : 'personalToken';
    case 'command':
      return commands[meaning.command];
    case 'cut':
      return meaning.what === 'goods' ? 'cutGoods' : 'cutPersonal';
    case 'sheet':
      return meaning.sheet === 'letters' ? 'sheetLetters' : 'sheetLong';
    case 'damaged':
      if (meaning.layouts === null) return 'damagedByCapsLock';
      return meaning.what === 'personalQr' ? 'damaged' : 'damagedOther';
    case 'storeQr':
    case 'misread':
    case 'unknown':
    case 'nothing':
      return meaning.kind;
    default:
      return assertNever(meaning);
  }
}

function facts(
  meaning: DiagnosedMeaning,
  layouts: ScannerDoctorText['layouts'],
): Readonly<Record<string, string>> {
  if (meaning.kind === 'goods') return { code: meaning.code, product: meaning.product ?? meaning.code };
  if (meaning.kind === 'damaged' && meaning.layouts !== null) {
    const { scanner, computer } = meaning.layouts;
    return { scanner: layouts[scanner], computer: layouts[computer] };
  }
  if (meaning.kind === 'personalQr') return { masked: meaning.masked ?? '' };
  if (meaning.kind === 'sheet') return { right: String(meaning.right), of: String(meaning.of) };
  return {};
}

const icons: Readonly<Record<WhatKey, IconName>> = {
  goods: 'scan',
  goodsNotFound: 'scan',
  personalNumber: 'phone',
  personalToken: 'phone',
  storeQr: 'qr',
  commandPark: 'park',
  commandCancel: 'cancelled',
  commandRequest: 'send',
  damaged: 'attention',
  damagedOther: 'attention',
  damagedByCapsLock: 'attention',
  cutPersonal: 'attention',
  cutGoods: 'attention',
  misread: 'attention',
  sheetLetters: 'receipt',
  sheetLong: 'receipt',
  unknown: 'question',
  nothing: 'question',
};
