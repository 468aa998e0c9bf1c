/** What stands on the printed test sheet. */

import { commandCodes, type TillCommand, tillCommands } from '../../../../app/domain/command.ts';
import { lettersCode, longCode } from '../../../../app/domain/testSheet.ts';

export type SheetKey = 'goods' | 'long' | 'letters' | 'personal' | TillCommand;

export interface SheetCode {
  readonly key: SheetKey;
  readonly symbology: 'ean13' | 'qrcode' | 'code128';
  readonly text: string;
}

/** Of the goods that training begins with, in the range that is free for a store's own numbers. */
const practiceGoods = '2000001047859';
/** Of a member of training; in the open form, so that it needs no service. */
const practiceCustomer = 'https://qr.vipps.no/28/2/01/031/4791234567?v=1';

export function testCodes(training: boolean): readonly SheetCode[] {
  const codes: readonly SheetCode[] = [
    { key: 'goods', symbology: 'ean13', text: practiceGoods },
    { key: 'letters', symbology: 'qrcode', text: lettersCode },
    { key: 'long', symbology: 'qrcode', text: longCode },
  ];
  if (!training) return codes;
  return [...codes, { key: 'personal', symbology: 'qrcode', text: practiceCustomer }];
}

export const commandSheet: readonly SheetCode[] = tillCommands.map((command) => ({
  key: command,
  symbology: 'code128',
  text: commandCodes[command],
}));
