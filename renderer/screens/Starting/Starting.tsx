/** Until the till has spoken for the first time, or while it cannot be reached at all. */

import { KnitBand } from '../../components/KnitBand.tsx';
import { Mark } from '../../components/Mark.tsx';
import { useTill } from '../../stores/context.tsx';
import { useText } from '../../text/index.ts';
import './Starting.css';

export function Starting() {
  const { common } = useText();
  const connected = useTill((mirror) => mirror.connected);
  return (
    <main className="starting">
      <div className="says" role="status">
        <Mark size={48} />
        <h1>{connected ? common.starting : common.noConnection}</h1>
        {!connected && <p className="second">{common.noConnectionNext}</p>}
      </div>
      <KnitBand />
    </main>
  );
}
