/** `••• 67`, read aloud as "ending in 67". */

import { useText } from '../../text/index.ts';

export function Mask({ of }: { readonly of: string }) {
  const { selling } = useText();
  const digits = of.replace(/\D/g, '');
  return (
    <span className="mask">
      <span aria-hidden="true">{of}</span>
      <span className="unseen">{digits === '' ? '' : selling.endingIn(digits)}</span>
    </span>
  );
}
