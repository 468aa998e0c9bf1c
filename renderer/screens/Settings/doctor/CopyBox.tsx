/** A line that somebody has to put elsewhere, letter by letter, with a button that copies it. */

import { useState } from 'react';
import { Button } from '../../../components/Button.tsx';
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
      <code className="sd-raw">{text}</code>
      <div className="st-row">
        <Button
          size="small"
          icon={copied === true ? 'done' : 'copy'}
          label={`${t.copy}: ${name}`}
          onPress={copy}
        >
          {copied === true ? t.copied : t.copy}
        </Button>
        <p className="st-sentence" role="status">
          {copied === false && t.notCopied}
        </p>
      </div>
    </div>
  );
}
