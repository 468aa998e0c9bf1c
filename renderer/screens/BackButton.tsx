/** The way back from a page: to the till, or to the page of the machine where it is one. */

import { Button } from '../components/Button.tsx';
import { useTill } from '../stores/context.tsx';
import { isMachinesManager } from '../stores/tillStore.ts';
import { useText } from '../text/index.ts';

export function BackButton(props: { readonly size?: 'small'; readonly onPress: () => void }) {
  const { common } = useText();
  const machine = useTill(isMachinesManager);
  const { size = 'usual', onPress } = props;
  return (
    <Button size={size} look="plain" icon="back" keycap="Esc" onPress={onPress}>
      {machine ? common.machine : common.till}
    </Button>
  );
}
