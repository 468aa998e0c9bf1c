/** Goods and members out of CSV files, with what could not be read line by line. A file is read at once, not saved later. */

import { Package, Users } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import type { ImportReport } from '../../../app/contract/calls.ts';
import type { Fault } from '../../../app/kernel/fault.ts';
import { Button } from '../../components/Button.tsx';
import { FaultNote } from '../../components/FaultNote.tsx';
import { useDoor } from '../../stores/context.tsx';
import { useTextOf } from '../../text/index.ts';
import { settingsText } from '../../text/settings.ts';
import { FactRow } from './fields.tsx';
import { ImportOutcome } from './ImportOutcome.tsx';
import { largestFile, readCsv } from './readCsv.ts';

type Trouble = 'fileTooLarge' | 'fileEmpty' | 'fileNotRead';

export type ImportState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly file: string }
  | { readonly kind: 'done'; readonly file: string; readonly report: ImportReport }
  | { readonly kind: 'trouble'; readonly file: string; readonly trouble: Trouble }
  | { readonly kind: 'refused'; readonly fault: Fault };

export function ImportSection() {
  const t = useTextOf(settingsText);
  return (
    <>
      <Import
        call="catalogue.import"
        icon={<Package className="icon" aria-hidden="true" />}
        name={t.importGoods.name}
        what={t.importGoods.what}
      />
      <Import
        call="members.import"
        icon={<Users className="icon" aria-hidden="true" />}
        name={t.importMembers.name}
        what={t.importMembers.what}
      />
    </>
  );
}

function Import(props: {
  readonly call: 'catalogue.import' | 'members.import';
  readonly icon: ReactNode;
  readonly name: string;
  readonly what: string;
}) {
  const t = useTextOf(settingsText);
  const door = useDoor();
  const picker = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<ImportState>({ kind: 'none' });
  const read = async (file: File) => {
    setState({ kind: 'reading', file: file.name });
    const csv = await textOf(file);
    if (typeof csv !== 'string') return setState({ kind: 'trouble', file: file.name, trouble: csv.trouble });
    const answer = await door.call(props.call, { csv });
    if (answer.ok) setState({ kind: 'done', file: file.name, report: answer.value });
    else setState({ kind: 'refused', fault: answer.fault });
  };
  return (
    <section>
      <FactRow icon={props.icon} name={props.name} sentence={props.what}>
        <Button
          label={`${t.chooseFile}: ${props.name}`}
          busy={state.kind === 'reading'}
          onPress={() => picker.current?.click()}
        >
          {t.chooseFile}
        </Button>
        <input
          ref={picker}
          type="file"
          accept=".csv,.txt,text/csv"
          hidden
          aria-label={props.name}
          onChange={(event) => {
            const file = event.target.files?.[0];
            // Emptied, so that the same file can be chosen again once it was corrected.
            event.target.value = '';
            if (file) void read(file);
          }}
        />
      </FactRow>
      <div aria-live="polite">
        {state.kind === 'refused' ? <FaultNote fault={state.fault} /> : <ImportOutcome state={state} />}
      </div>
    </section>
  );
}

async function textOf(file: File): Promise<string | { readonly trouble: Trouble }> {
  if (file.size > largestFile) return { trouble: 'fileTooLarge' };
  try {
    const text = readCsv(new Uint8Array(await file.arrayBuffer()));
    return text.trim() === '' ? { trouble: 'fileEmpty' } : text;
  } catch (cause) {
    // The file went away or may not be read since it was chosen.
    if (cause instanceof DOMException) return { trouble: 'fileNotRead' };
    throw cause;
  }
}
