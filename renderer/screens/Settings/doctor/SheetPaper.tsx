/** The test sheet itself. It stands beside the app and not in it, and is seen on paper alone. */

import { createPortal } from 'react-dom';
import { useTill } from '../../../stores/context.tsx';
import { isCashierView } from '../../../stores/tillStore.ts';
import { useNow } from '../../../stores/useNow.ts';
import { useTextOf } from '../../../text/index.ts';
import { fill } from '../../../text/language.ts';
import { scannerDoctorText } from '../../../text/scannerDoctor.ts';
import { Paper } from '../../Payments/Paper.tsx';
import type { DrawnCode } from './drawCodes.ts';
import './testSheet.css';

export interface DrawnSheet {
  readonly tests: readonly DrawnCode[];
  readonly commands: readonly DrawnCode[];
}

export function SheetPaper({ sheet }: { readonly sheet: DrawnSheet }) {
  const t = useTextOf(scannerDoctorText);
  const now = useNow(60_000);
  const view = useTill(({ state }) => (isCashierView(state) ? state : null));
  if (view === null) return null;
  return createPortal(
    <section className="testsheet" aria-label={t.sheetMark}>
      <Paper view={view} now={now} mark={t.sheetMark} />
      <h2>{t.sheetTests}</h2>
      <Codes codes={sheet.tests} />
      <h2>{t.sheetCommands.name}</h2>
      <p>{t.sheetCommands.what}</p>
      <Codes codes={sheet.commands} />
    </section>,
    document.body,
  );
}

function Codes({ codes }: { readonly codes: readonly DrawnCode[] }) {
  const t = useTextOf(scannerDoctorText);
  return (
    <ul>
      {codes.map(({ key, text, image, width, height }) => (
        <li key={key}>
          <img src={image} width={width} height={height} alt={t.codes[key].name} />
          <div>
            <b>{t.codes[key].name}</b>
            <p>{fill(t.codes[key].what, { n: String([...text].length) })}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
