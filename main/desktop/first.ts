/**
 * What Electron must be told before it is ready: where its own data lies, that every window is sandboxed, and that
 * `app:` is a scheme like any other. Also built as a script for `electron -r`, since not every Electron waits for a
 * program that is an ES module.
 */

import { join } from 'node:path';
import { app } from 'electron';
import { dataHome } from '../settings/dataHome.ts';
import { announceScheme } from './security/announceScheme.ts';

const told = Symbol.for('klubbkassa.told');

/** `false`: it is too late, Electron was ready before. Telling it twice is harmless. */
export function tellFirst(environment: Readonly<Record<string, string | undefined>>): boolean {
  if (Reflect.has(globalThis, told)) return true;
  if (app.isReady()) return false;
  // The lock for one till at a time lies in this folder, so two tills with a home each can run side by side.
  app.setPath('userData', join(dataHome(environment), 'desktop'));
  // Whoever starts it with `--no-sandbox`, as a test run by root must, has decided; each window asks for its own anyway.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  announceScheme();
  Reflect.set(globalThis, told, true);
  return true;
}
