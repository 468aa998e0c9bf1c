/** Which scanners face the customer, and what one may do there. */

import type { ScannerDeviceView } from '../../../../app/contract/view.ts';
import { Switch } from '../../../components/Switch.tsx';
import { useTextOf } from '../../../text/index.ts';
import { scannerDoctorText } from '../../../text/scannerDoctor.ts';
import { useForm } from '../fields.tsx';
import { facingRows, turned } from './facing.ts';

export function CustomerSide({ devices }: { readonly devices: readonly ScannerDeviceView[] }) {
  const t = useTextOf(scannerDoctorText);
  const { form, change } = useForm();
  const rows = facingRows(devices, form.customerScanners);
  if (rows.length === 0) return null;
  return (
    <div className="st-stack">
      <h2>{t.facing.name}</h2>
      <p className="st-sentence">{t.facing.what}</p>
      {rows.map(({ id, name, faces }) => (
        <Switch
          key={id}
          label={name ?? t.awayScanner}
          {...(name === null && { hint: id })}
          on={faces}
          onChange={(on) => change({ customerScanners: turned(form.customerScanners, id, on) })}
        />
      ))}
      {form.customerScanners.length > 0 && (
        <div className="sd-addsgoods">
          <Switch
            label={t.addsGoods.name}
            hint={t.addsGoods.what}
            on={form.customerScannerAddsGoods}
            onChange={(customerScannerAddsGoods) => change({ customerScannerAddsGoods })}
          />
        </div>
      )}
    </div>
  );
}
