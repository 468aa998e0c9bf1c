/** The code as a file: SVG for a printer's shop, PNG for everything else. */

import { useState } from 'react';
import type { Fault } from '../../../../app/kernel/fault.ts';
import { Button } from '../../../components/Button.tsx';
import { FaultNote } from '../../../components/FaultNote.tsx';
import { saveFile } from '../../../saveFile.ts';
import { useDoor } from '../../../stores/context.tsx';
import { useTextOf } from '../../../text/index.ts';
import { fill } from '../../../text/language.ts';
import { shopQrText } from '../../../text/shopQr.ts';

type Format = 'svg' | 'png';

const formats: readonly Format[] = ['svg', 'png'];

/** The desktop's windows may keep no files, so there it is printed. */
export function Downloads({ id }: { readonly id: string }) {
  const t = useTextOf(shopQrText);
  const door = useDoor();
  const [coming, setComing] = useState<Format | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  if (!door.keepsFiles) return null;
  const download = async (format: Format) => {
    setComing(format);
    setFault(null);
    const file = await door.call('staticQr.file', { id, format });
    setComing(null);
    if (file.ok) saveFile(file.value.fileName, file.value.address, document);
    else setFault(file.fault);
  };
  return (
    <>
      <div className="st-row">
        {formats.map((format) => (
          <Button
            key={format}
            icon="file"
            size="small"
            busy={coming === format}
            disabled={coming !== null}
            onPress={() => void download(format)}
          >
            {fill(t.download, { format: format.toUpperCase() })}
          </Button>
        ))}
      </div>
      {fault !== null && <FaultNote fault={fault} onClose={() => setFault(null)} />}
    </>
  );
}
