/** Until the till has spoken for the first time. */

import { KnitBand } from '../../components/KnitBand.tsx';
import { Mark } from '../../components/Mark.tsx';
import { useText } from '../../text/index.ts';
import './Starting.css';

export function Starting() {
  const { common } = useText();
  return (
    <main className="starting">
      <div className="says" role="status">
        <Mark size={48} />
        <h1>{common.starting}</h1>
      </div>
      <KnitBand />
    </main>
  );
}
