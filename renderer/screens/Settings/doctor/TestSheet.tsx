/** The card that prints the test sheet. */

import { useEffect, useState } from 'react';
import { Button } from '../../../components/Button.tsx';
import { useTextOf } from '../../../text/index.ts';
import { scannerDoctorText } from '../../../text/scannerDoctor.ts';
import type { DrawnCode } from './drawCodes.ts';
import { type DrawnSheet, SheetPaper } from './SheetPaper.tsx';
import { commandSheet, testCodes } from './sheetCodes.ts';

type Drawing = 'not' | 'drawing' | 'refused';

export function TestSheet({ training }: { readonly training: boolean }) {
  const t = useTextOf(scannerDoctorText);
  const [sheet, setSheet] = useState<DrawnSheet | null>(null);
  const [drawing, setDrawing] = useState<Drawing>('not');

  const print = async () => {
    setDrawing('drawing');
    try {
      setSheet(await drawSheet(training));
      setDrawing('not');
    } catch {
      // The encoders' file or a picture could not be loaded.
      setDrawing('refused');
    }
  };
  // Once the sheet stands on the page, and anew for each press.
  useEffect(() => {
    if (sheet !== null) window.print();
  }, [sheet]);

  return (
    <div className="st-card sd-sheetcard">
      <h3>{t.sheet.name}</h3>
      <p className="st-sentence">{t.sheet.what}</p>
      <Button icon="printer" size="small" busy={drawing === 'drawing'} onPress={() => void print()}>
        {drawing === 'drawing' ? t.drawing : t.print}
      </Button>
      <p className="st-sentence" role="status">
        {drawing === 'refused' && t.notDrawn}
      </p>
      {sheet !== null && <SheetPaper sheet={sheet} />}
    </div>
  );
}

async function drawSheet(training: boolean): Promise<DrawnSheet> {
  const { drawCodes } = await import('./drawCodes.ts');
  const sheet = { tests: drawCodes(testCodes(training)), commands: drawCodes(commandSheet) };
  await Promise.all([...sheet.tests, ...sheet.commands].map(readable));
  return sheet;
}

/** Resolves once the window has the picture, so that none is missing on the paper. */
async function readable({ image }: DrawnCode): Promise<void> {
  const picture = new Image();
  picture.src = image;
  await picture.decode();
}
