/** The code over the whole window, for a screen that faces the customer or a camera that tests it. Esc closes it. */

import { IconButton } from '../../../components/Button.tsx';
import { useModal } from '../../../components/Dialog.tsx';
import { useTill } from '../../../stores/context.tsx';
import { useText, useTextOf } from '../../../text/index.ts';
import { fill } from '../../../text/language.ts';
import { shopQrText } from '../../../text/shopQr.ts';

export function LargeCode(props: {
  readonly place: string;
  readonly image: string;
  readonly onClose: () => void;
}) {
  const { place, image, onClose } = props;
  const { common, wallet } = useText();
  const t = useTextOf(shopQrText);
  const dialog = useModal();
  const training = useTill(({ state }) => state?.till.profile === 'training');
  return (
    <dialog
      ref={dialog}
      className={training ? 'sq-large trainingframe' : 'sq-large'}
      aria-label={fill(t.picture, { place })}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <IconButton icon="close" label={common.close} onPress={onClose} />
      <p className="sq-largewords">{fill(t.scanWith, { w: wallet })}</p>
      <img src={image} alt={fill(t.picture, { place })} />
      <p>{place}</p>
    </dialog>
  );
}
