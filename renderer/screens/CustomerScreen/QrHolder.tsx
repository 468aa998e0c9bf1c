/**
 * A code as the service drew it, quiet zone and all, on white in every theme, never tinted and never turned. The till
 * draws no codes.
 */

import { useEffect, useState } from 'react';
import { customerScreenText } from '../../text/customerScreen.ts';
import { useTextOf } from '../../text/index.ts';

/** A picture that did not come is asked for again so much later: before a machine nobody loads the page anew. */
const againMs = 10_000;

export function QrHolder(props: {
  readonly image: string | null;
  readonly alt: string;
  /** What to do where its picture does not load; at a till, to say so there. */
  readonly missing?: string;
}) {
  const t = useTextOf(customerScreenText);
  const { image, alt, missing = t.qrMissing } = props;
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => {
    if (failed === null) return;
    const timer = setTimeout(() => setFailed(null), againMs);
    return () => clearTimeout(timer);
  }, [failed]);
  if (image === null || failed === image) {
    return (
      <div className="cs-qr" role="status">
        <p>{image === null ? t.qrComing : missing}</p>
      </div>
    );
  }
  return (
    <div className="cs-qr">
      <img src={image} alt={alt} draggable={false} onError={() => setFailed(image)} />
    </div>
  );
}
