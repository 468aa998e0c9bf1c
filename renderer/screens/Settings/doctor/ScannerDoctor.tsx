/** Every scan as it arrived and what to do where it did not arrive well, the scanners, and the test sheet. */

import { useTill } from '../../../stores/context.tsx';
import { isCashierView } from '../../../stores/tillStore.ts';
import { CameraRow } from '../CameraRow.tsx';
import { CustomerSide } from './CustomerSide.tsx';
import { EarlierScans } from './EarlierScans.tsx';
import { LastScan } from './LastScan.tsx';
import { ScannerChoiceRows } from './ScannerChoiceRows.tsx';
import { ScannerList } from './ScannerList.tsx';
import { SerialRows } from './SerialRows.tsx';
import { TestSheet } from './TestSheet.tsx';
import './doctor.css';
import { useDoctorOpen, useDoctorScans, useScanners } from './useDoctor.ts';

export function ScannerDoctor(props: {
  /** When the settings were saved: from then on the till may see its scanners otherwise. */
  readonly savedAt: number | null;
}) {
  useDoctorOpen();
  const scanners = useScanners(props.savedAt);
  const [last = null, ...earlier] = useDoctorScans();
  const training = useTill(({ state }) => isCashierView(state) && state.till.profile === 'training');
  return (
    <>
      <div className="sd-panes">
        <div className="st-stack">
          <LastScan scan={last} />
          <EarlierScans scans={earlier} />
        </div>
        <div className="st-stack">
          <ScannerList scanners={scanners} />
          <TestSheet training={training} />
        </div>
      </div>
      <ScannerChoiceRows devices={scanners.unknown ? null : scanners.devices} />
      <SerialRows ports={scanners.serialPorts} />
      <CameraRow />
      <CustomerSide devices={scanners.devices} />
    </>
  );
}
