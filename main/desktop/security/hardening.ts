/**
 * What no window of the till may do, whatever gets to run in it: leave its page, open another, be granted anything of
 * the machine, load from anywhere but its one origin. Applied to every session and every web contents there is.
 */

import { app, type Session, type WebContents } from 'electron';
import type { Log } from '../../../app/ports/Log.ts';
import { mayRequest } from './ownPages.ts';

/** A session that may load from one origin only and is granted nothing. */
export function hardenSession(session: Session, allowedOrigin: string, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log.warn('permission.denied', { permission });
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url, resourceType }, answer) => {
    const cancel = !mayRequest(url, allowedOrigin);
    if (cancel) log.warn('request.refused', { resourceType, scheme: url.split(':')[0] });
    answer({ cancel });
  });
}

/** Holds for every window from its first moment. Must be called before the first one is made. */
export function hardenContents(log: Log): void {
  app.on('web-contents-created', (_created, contents) => harden(contents, log));
}

function harden(contents: WebContents, log: Log): void {
  const refuse = (what: string) => (event: { preventDefault(): void }) => {
    log.warn('navigation.refused', { what });
    event.preventDefault();
  };
  // A page may load itself again, as the training phone does when a button sends its form.
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !sameOrigin(event.url, contents.getURL())) refuse('navigate')(event);
  });
  contents.on('will-redirect', (event) => {
    if (!event.isMainFrame || !sameOrigin(event.url, contents.getURL())) refuse('redirect')(event);
  });
  contents.on('will-attach-webview', refuse('webview'));
  contents.setWindowOpenHandler(() => {
    log.warn('navigation.refused', { what: 'window' });
    return { action: 'deny' };
  });
}

function sameOrigin(wanted: string, shown: string): boolean {
  if (!URL.canParse(wanted) || !URL.canParse(shown)) return false;
  const [to, from] = [new URL(wanted), new URL(shown)];
  return to.protocol === from.protocol && to.host === from.host;
}
