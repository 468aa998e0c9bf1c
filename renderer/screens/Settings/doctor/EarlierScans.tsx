/** The scans before the newest one, one row each. */

import type { DoctorScanView } from '../../../../app/contract/view.ts';
import { Icon } from '../../../components/Icon.tsx';
import { clockWithSeconds, useText, useTextOf } from '../../../text/index.ts';
import { scannerDoctorText } from '../../../text/scannerDoctor.ts';
import { saidOf } from './said.ts';

export function EarlierScans({ scans }: { readonly scans: readonly DoctorScanView[] }) {
  const t = useTextOf(scannerDoctorText);
  const { wallet } = useText();
  if (scans.length === 0) return null;
  return (
    <ul className="sd-earlier" aria-label={t.earlier}>
      {scans.map((scan) => {
        const said = saidOf(scan, t, wallet);
        return (
          <li key={scan.number} className={said.well ? undefined : 'sd-attn'}>
            <Icon name={said.icon} />
            <div className="st-words">
              <p className="st-name">{said.name}</p>
              <p className="st-sentence">
                {said.chip}
                {scan.shown !== '' && (
                  <>
                    {' · '}
                    <span className="sd-raw">{scan.shown}</span>
                  </>
                )}
              </p>
            </div>
            <time>{clockWithSeconds(scan.at)}</time>
          </li>
        );
      })}
    </ul>
  );
}
