/** The camera of a panel: open as long as the panel is, and of a page that somebody can see. */

import { useCallback, useEffect, useRef, useState } from 'react';
import { type Facing, openCamera } from './camera.ts';
import type { Code } from './code.ts';
import { openDecoder } from './decoder.ts';
import { startWatch, type Watch, type WatchState } from './watch.ts';

export interface CameraOfPanel {
  readonly state: WatchState;
  /** The camera that faces away from whoever stands here comes first, where there are two. */
  readonly facing: Facing;
  /** The newest picture stands in this element. */
  readonly see: (video: HTMLVideoElement, at: number) => void;
  readonly open: (facing: Facing) => void;
}

export function useCamera(onCode: (code: Code) => void): CameraOfPanel {
  const [state, setState] = useState<WatchState>({ kind: 'opening' });
  // A new object is a new attempt, with the same camera too.
  const [asked, setAsked] = useState<{ readonly facing: Facing }>({ facing: 'environment' });
  const watch = useRef<Watch | null>(null);
  const listener = useRef(onCode);
  useEffect(() => {
    listener.current = onCode;
  });
  useEffect(() => {
    const started = startWatch({
      openCamera: () => openCamera(window, asked.facing),
      openDecoder,
      later: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      onState: setState,
      onCode: (code) => listener.current(code),
    });
    const hidden = () => {
      if (document.hidden) started.hide();
    };
    document.addEventListener('visibilitychange', hidden);
    watch.current = started;
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      watch.current = null;
      started.close();
    };
  }, [asked]);
  const see = useCallback(
    (video: HTMLVideoElement, at: number) => void watch.current?.see(() => createImageBitmap(video), at),
    [],
  );
  const open = useCallback((facing: Facing) => setAsked({ facing }), []);
  return { state, facing: asked.facing, see, open };
}
