/** The browser's camera: asked for, and why there is none. Nothing is recorded and nothing leaves the page. */

import { err, ok, type Result } from '../../app/kernel/result.ts';

export type CameraFault =
  | 'noCamera'
  /** The person or the browser said no. */
  | 'denied'
  /** A browser gives a camera to https and to this machine only. */
  | 'insecurePage'
  /** This page came before the camera was turned on, or by another address: its headers forbid it. */
  | 'pageForbids'
  | 'inUse'
  | 'noDecoder';

export type Facing = 'environment' | 'user';

export interface Camera {
  readonly stream: MediaStream;
  /** There is another one to change to. */
  readonly others: boolean;
  stop(): void;
  /** Told once when the camera goes by itself: pulled out, or taken back by the person. */
  onGone(listener: () => void): void;
}

declare global {
  interface Document {
    /** What the page's headers allow. Chromium has it. */
    readonly featurePolicy?: { allowsFeature(name: string): boolean };
  }
}

/** Large enough for a barcode held at arm's length; more only makes the decoder slower. */
const size = { width: { ideal: 1280 }, height: { ideal: 720 } };

export async function openCamera(window: Window, facing: Facing): Promise<Result<Camera, CameraFault>> {
  const { mediaDevices } = window.navigator;
  if (!window.isSecureContext || mediaDevices === undefined) return err('insecurePage');
  if (window.document.featurePolicy?.allowsFeature('camera') === false) return err('pageForbids');
  try {
    const stream = await mediaDevices.getUserMedia({ audio: false, video: { facingMode: facing, ...size } });
    const devices = await mediaDevices.enumerateDevices();
    return ok(cameraOf(stream, devices.filter(({ kind }) => kind === 'videoinput').length > 1));
  } catch (thrown) {
    return err(cameraFaultOf(thrown));
  }
}

/** The names that browsers give (Media Capture and Streams, getUserMedia). */
export function cameraFaultOf(thrown: unknown): CameraFault {
  const name = thrown instanceof Error ? thrown.name : '';
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotReadableError':
    case 'AbortError':
      return 'inUse';
    default:
      return 'noCamera';
  }
}

function cameraOf(stream: MediaStream, others: boolean): Camera {
  const tracks = stream.getTracks();
  return {
    stream,
    others,
    stop: () => {
      for (const track of tracks) track.stop();
    },
    // A track that is stopped from here fires no such event.
    onGone: (listener) => {
      for (const track of tracks) track.addEventListener('ended', listener, { once: true });
    },
  };
}
