/** Where a till keeps its data. Imports nothing, for the desktop asks before anything else is loaded. */

import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The folder of all profiles: `KLUBBKASSA_HOME`, else where this operating system keeps a program's data. */
export function dataHome(
  variables: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): string {
  const { KLUBBKASSA_HOME: home, APPDATA: roaming, XDG_DATA_HOME: xdg } = variables;
  if (home !== undefined && home.trim() !== '') return resolve(home);
  switch (platform) {
    case 'win32':
      return join(roaming || join(homedir(), 'AppData', 'Roaming'), 'Klubbkassa');
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Klubbkassa');
    default:
      return join(xdg || join(homedir(), '.local', 'share'), 'klubbkassa');
  }
}
