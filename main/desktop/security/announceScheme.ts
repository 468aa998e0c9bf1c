/** Makes `app:` a standard, secure scheme. Apart from what serves it, because it must be said before anything is loaded. */

import { protocol } from 'electron';
import { scheme } from './ownPages.ts';

/** Must be called before Electron is ready. */
export function announceScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}
