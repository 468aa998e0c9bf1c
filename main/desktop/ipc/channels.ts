/** Electron's side of the gate: the only file that listens to messages of windows. */

import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import type { Unsubscribe } from '../../../app/kernel/brand.ts';
import type { TillDoor } from '../../door/door.ts';
import type { Gate, Sender } from './gate.ts';

/** The names that the preload script uses too. */
const channels = { call: 'till:call', listen: 'till:listen', state: 'till:state' } as const;

export function openChannels(gate: Gate, door: TillDoor): { close(): void } {
  const listening = new Map<number, Unsubscribe>();

  function stop(id: number): void {
    listening.get(id)?.();
    listening.delete(id);
  }

  ipcMain.handle(channels.call, (event, name: unknown, input: unknown) =>
    gate.call(senderOf(event), name, input),
  );

  ipcMain.on(channels.listen, (event) => {
    const audience = gate.admit(senderOf(event));
    if (audience === null) return;
    const window: WebContents = event.sender;
    const { id } = window;
    // A page that was loaded anew asks again; the listener of the page before goes.
    if (!listening.has(id)) window.once('destroyed', () => stop(id));
    stop(id);
    listening.set(
      id,
      door.onState(audience, (view) => {
        if (!window.isDestroyed() && !window.isCrashed()) window.send(channels.state, view);
      }),
    );
  });

  return {
    close() {
      ipcMain.removeHandler(channels.call);
      ipcMain.removeAllListeners(channels.listen);
      for (const id of [...listening.keys()]) stop(id);
    },
  };
}

function senderOf(event: IpcMainEvent | IpcMainInvokeEvent): Sender {
  const { senderFrame: frame, sender } = event;
  return {
    id: sender.id,
    frame: frame === null ? null : { url: frame.url, isMain: frame === sender.mainFrame },
  };
}
