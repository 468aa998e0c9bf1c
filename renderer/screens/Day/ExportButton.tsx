/** The day as a file where the window may keep one, else as text on the clipboard; the button says which it was. */

import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { useDoor } from '../../stores/context.tsx';
import { dayPageText } from '../../text/day.ts';
import { useTextOf } from '../../text/index.ts';
import { copyText } from '../Payments/copyText.ts';
import { saveText } from './saveText.ts';

export function ExportButton(props: {
  readonly name: string;
  /** `null` until there is something to give. */
  readonly csv: (() => string) | null;
}) {
  const { name, csv } = props;
  const t = useTextOf(dayPageText);
  const { keepsFiles } = useDoor();
  const [became, setBecame] = useState<'saved' | 'copied' | 'notCopied' | null>(null);
  const give = async () => {
    if (csv === null) return;
    if (keepsFiles) {
      saveText(name, csv(), document);
      setBecame('saved');
    } else setBecame((await copyText(csv(), window)) ? 'copied' : 'notCopied');
  };
  const icon = became === null ? 'file' : became === 'notCopied' ? 'attention' : 'done';
  return (
    <Button size="small" icon={icon} disabled={csv === null} onPress={() => void give()}>
      <span aria-live="polite">{became === null ? t.export : t[became]}</span>
    </Button>
  );
}
