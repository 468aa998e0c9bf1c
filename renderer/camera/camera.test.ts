/** Why there is no camera. */

import { expect, test } from 'vitest';
import { cameraFaultOf, openCamera } from './camera.ts';

test.each([
  ['NotAllowedError', 'denied'],
  ['SecurityError', 'denied'],
  ['NotReadableError', 'inUse'],
  ['AbortError', 'inUse'],
  ['NotFoundError', 'noCamera'],
  ['OverconstrainedError', 'noCamera'],
])('%s of the browser is %s', (name, fault) => {
  expect(cameraFaultOf(new DOMException('', name))).toBe(fault);
});

/** A window in which nobody may be asked: a camera that is forbidden is not even tried. */
function windowWith(secure: boolean, allowed: boolean | null): Window {
  const mediaDevices = {
    getUserMedia: () => {
      throw new Error('asked');
    },
  };
  const featurePolicy = { allowsFeature: () => allowed };
  return {
    isSecureContext: secure,
    navigator: secure ? { mediaDevices } : {},
    document: allowed === null ? {} : { featurePolicy },
  } as unknown as Window;
}

test('a page that may not have one is told which of the reasons it is', async () => {
  const fault = (kind: string) => ({ ok: false, fault: kind });
  expect(await openCamera(windowWith(false, null), 'environment')).toEqual(fault('insecurePage'));
  expect(await openCamera(windowWith(true, false), 'environment')).toEqual(fault('pageForbids'));
});
