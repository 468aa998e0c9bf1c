/**
 * Loaded by `electron -r` before the application, so that it can be watched and asked from outside without a debugger,
 * which would slow it down. The bare application and the till carry the same one.
 */

import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { app, ipcMain, session, webContents } from 'electron';
import { wallNow } from '../wallTime.ts';
import { type Ask, type Told, type Usable, usableChannel } from './messages.ts';

const path = process.env['KLUBBKASSA_BENCH_SOCKET'] ?? '';
const preload = process.env['KLUBBKASSA_BENCH_PRELOAD'] ?? '';

const socket = connect(path);
socket.on('error', () => app.exit(1));
const tell = (told: Told): void => void socket.write(`${JSON.stringify(told)}\n`);

createInterface({ input: socket }).on('line', (line) => {
  const ask = JSON.parse(line) as Ask;
  answer(ask).catch((thrown: unknown) => tell({ kind: 'failed', id: ask.id, why: String(thrown) }));
});

async function answer(ask: Ask): Promise<void> {
  const contents = webContents.getAllWebContents().find((one) => one.getURL().includes(ask.page));
  if (contents === undefined) throw new Error(`no window shows ${ask.page}`);
  const at = wallNow();
  if (ask.kind === 'run') {
    const value: unknown = await contents.executeJavaScript(ask.script);
    return tell({ kind: 'answer', id: ask.id, at, value });
  }
  contents.focus();
  contents.sendInputEvent({ type: 'keyDown', keyCode: ask.key });
  if (ask.key.length === 1) contents.sendInputEvent({ type: 'char', keyCode: ask.key });
  contents.sendInputEvent({ type: 'keyUp', keyCode: ask.key });
  tell({ kind: 'answer', id: ask.id, at, value: null });
}

app.once('ready', () => {
  const { defaultSession } = session;
  // Electron 35 has a new call for it and later ones have only that.
  if ('registerPreloadScript' in defaultSession) {
    defaultSession.registerPreloadScript({ type: 'frame', filePath: preload });
  } else {
    (defaultSession as Electron.Session).setPreloads([preload]);
  }
  ipcMain.on(usableChannel, (_event, usable: Usable) => tell({ kind: 'usable', usable }));
});
