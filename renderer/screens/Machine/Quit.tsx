/** Ends the program, after a question: nobody sells here until somebody has started it again. */

import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { useDoor } from '../../stores/context.tsx';
import { useText, useTextOf } from '../../text/index.ts';
import { machinePageText } from '../../text/machinePage.ts';

export function Quit() {
  const t = useTextOf(machinePageText);
  const { common } = useText();
  const door = useDoor();
  const [asking, setAsking] = useState(false);
  const stay = () => setAsking(false);
  return (
    <>
      <Button icon="power" look="danger" onPress={() => setAsking(true)}>
        {t.quit}
      </Button>
      {asking && (
        <Dialog label={t.quit} subject={t.quit} close={common.close} onClose={stay}>
          <div className="mc-ask">
            <p>{t.quitWhat}</p>
            <div>
              <Button onPress={stay}>{t.stay}</Button>
              <Button icon="power" look="danger" onPress={() => void door.call('program.quit', {})}>
                {t.quitNow}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
}
