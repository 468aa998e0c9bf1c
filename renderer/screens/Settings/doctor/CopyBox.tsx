/** A line that somebody has to put elsewhere, letter by letter, with a button that copies it. */

import { useState } from 'react';
import { IconButton } from '../../../components/Button.tsx';
import { useTextOf } from '../../../text/index.ts';
import { scannerDoctorText } from '../../../text/scannerDoctor.ts';
import { copyText } from '../../Payments/copyText.ts';

export function CopyBox({ name, text }: { readonly name: string; readonly text: string }) {
  const t = useTextOf(scannerDoctorText);
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = () => void copyText(text, window).then(setCopied);
  return (
    <div className="sd-copy">
      <p className="label">{name}</p>
      <IconButton icon={copied === true ? 'done' : 'copy'} label={`${t.copy}: ${name}`} onPress={copy} />
      <code className="sd-raw">{text}</code>
      <p className="st-sentence" role="status">
        {copied === true && t.copied}
        {copied === false && t.notCopied}
      </p>
    </div>
  );
}
