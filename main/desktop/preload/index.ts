/**
 * All that a window of the till can reach outside itself: the door. No channel can be named from the page, and only the
 * contract's calls pass.
 */

import { contextBridge, ipcRenderer } from 'electron';
import { isCallName } from '../../../app/contract/calls.ts';
import type { Door } from '../../../app/contract/door.ts';
import type { CashierView, DisplayView } from '../../../app/contract/view.ts';

type State = CashierView | DisplayView;

const listeners = new Set<(state: State) => void>();
let newest: State | null = null;
let asked = false;

const door: Door = {
  screen: new URLSearchParams(location.search).get('screen') === 'display' ? 'display' : 'till',
  async call(name, input) {
    if (!isCallName(name)) return { ok: false, fault: { kind: 'callUnknown' } };
    try {
      return await ipcRenderer.invoke('till:call', name, input);
    } catch {
      // The main process is going or the input cannot be sent; what exactly, only the log of the main process knows.
      return { ok: false, fault: { kind: 'doorClosed' } };
    }
  },
  onState(listener) {
    const one = (state: State): void => listener(state);
    listeners.add(one);
    if (newest !== null) one(newest);
    if (!asked) {
      asked = true;
      ipcRenderer.send('till:listen');
    }
    return () => void listeners.delete(one);
  },
};

ipcRenderer.on('till:state', (_event, state: State) => {
  newest = state;
  for (const listener of [...listeners]) listener(state);
});

contextBridge.exposeInMainWorld('till', door);
