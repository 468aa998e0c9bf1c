/** In the first place of the page: whether a scan comes here. A code without that is a sticker that finds nobody. */

import type { WebhooksView } from '../../../../app/contract/view.ts';
import { Banner } from '../../../components/Banner.tsx';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { useTill } from '../../../stores/context.tsx';
import { isCashierView } from '../../../stores/tillStore.ts';
import { useTextOf } from '../../../text/index.ts';
import { fill } from '../../../text/language.ts';
import { shopQrText } from '../../../text/shopQr.ts';
import { company } from '../../../text/wallet.ts';
import type { Asked } from '../asked.ts';
import { FactRow } from '../fields.tsx';
import { roadOf } from '../webhooks/road.ts';
import { useInsteadOfScan } from '../webhooks/useInsteadOfScan.ts';

export function RoadNote(props: {
  readonly seen: Asked<WebhooksView>;
  readonly hasCode: boolean;
  readonly onWebhooks: () => void;
}) {
  const { seen, hasCode, onWebhooks } = props;
  const t = useTextOf(shopQrText);
  const posId = useTill((mirror) => (isCashierView(mirror.state) ? mirror.state.till.posId : ''));
  const instead = useInsteadOfScan();
  if (seen.kind === 'asking' || seen.kind === 'not') return null;
  const road = seen.kind === 'refused' ? 'unknown' : roadOf(seen.value, hasCode);
  const words = t[road];
  const sentence = fill(words.what, { company, posId, instead });
  const toWebhooks = (
    <Button size="small" onPress={onWebhooks}>
      {t.toWebhooks}
    </Button>
  );
  if (road === 'open' || road === 'idle' || road === 'coming') {
    const icon = road === 'open' ? 'done' : road === 'idle' ? 'qr' : 'waiting';
    return (
      <FactRow icon={<Icon name={icon} />} name={words.name} sentence={sentence}>
        {toWebhooks}
      </FactRow>
    );
  }
  return <Banner tone="attn" icon="attention" cause={words.name} sentence={sentence} action={toWebhooks} />;
}
