/** What the store can do about a scanner that does not work, or works worse than it could. */

import type { ScannerRemedy } from '../../../../app/domain/scanner.ts';
import { useTextOf } from '../../../text/index.ts';
import { scannerDoctorText } from '../../../text/scannerDoctor.ts';
import { CopyBox } from './CopyBox.tsx';

/** A new rule holds for what is plugged in from then on, and after a trigger also for what is. */
const reloadRules = 'sudo udevadm control --reload-rules && sudo udevadm trigger';
/** The group that may open serial ports (scanners.md 9). */
const joinGroup = 'sudo usermod -aG dialout "$USER"';

export function Remedy({ remedy }: { readonly remedy: ScannerRemedy }) {
  const t = useTextOf(scannerDoctorText);
  return (
    <>
      <p className="sd-next">{t.remedies[remedy.kind]}</p>
      {remedy.kind === 'udevRule' && (
        <>
          <CopyBox name={t.ruleFile} text={remedy.file} />
          <CopyBox name={t.rule} text={remedy.rule} />
          <CopyBox name={t.thenRun} text={reloadRules} />
        </>
      )}
      {remedy.kind === 'serialGroup' && <CopyBox name={t.thenRun} text={joinGroup} />}
    </>
  );
}
