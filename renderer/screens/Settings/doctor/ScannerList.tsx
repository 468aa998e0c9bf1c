/** The scanners at hand and those that are awaited. */

import { Button } from '../../../components/Button.tsx';
import { FaultNote } from '../../../components/FaultNote.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { useTextOf } from '../../../text/index.ts';
import { scannerDoctorText } from '../../../text/scannerDoctor.ts';
import { settingsText } from '../../../text/settings.ts';
import { ScannerCard } from './ScannerCard.tsx';
import type { Scanners } from './useDoctor.ts';

export function ScannerList({ scanners }: { readonly scanners: Scanners }) {
  const t = useTextOf(settingsText);
  const { scanners: label } = useTextOf(scannerDoctorText);
  const { asking, unknown, fault, devices } = scanners;
  return (
    <>
      <ul className="st-stack" aria-label={label}>
        {devices.map((device) => (
          <ScannerCard key={device.id} device={device} />
        ))}
      </ul>
      {fault !== null && <FaultNote fault={fault} />}
      <div className="st-row">
        <Button icon="again" size="small" busy={asking} onPress={scanners.look}>
          {t.lookAgain}
        </Button>
        <p className="st-sentence" role="status">
          {unknown && asking && t.looking}
          {!unknown && devices.length === 0 && (
            <>
              <Icon name="unplugged" /> {t.scannerNoneFound}
            </>
          )}
        </p>
      </div>
    </>
  );
}
