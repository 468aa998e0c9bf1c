/** Why a till cannot start, as one line for whoever starts it. Kept in English: it is for logs and terminals. */

import type { Fault } from '../../app/kernel/fault.ts';

export function startTrouble(fault: Fault, folder: string): string {
  switch (fault.kind) {
    case 'storeLocked':
      return `another till is using the data folder ${folder}`;
    case 'storeNewer':
      return `the data folder ${folder} was written by a newer version of this program (schema ${fault.found}, known here ${fault.known})`;
    case 'storeReadOnly':
      return `the data folder ${folder} cannot be written to`;
    case 'storeDamaged':
      return `the journal in ${folder} is damaged and cannot be read`;
    case 'diskFull':
      return `the disk of the data folder ${folder} is full`;
    case 'secretsUnavailable':
      return `the key of the data folder ${folder} cannot be read or kept`;
    case 'fileUnreadable':
      return `${fault.why} (line ${fault.line}); mend it or remove it, it lies below ${folder}`;
    case 'settingInvalid':
      return `the setting ${fault.field} cannot be used`;
    default:
      return `the till cannot start: ${fault.kind}`;
  }
}
