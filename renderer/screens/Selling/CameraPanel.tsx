/**
 * The camera over the basket's lines, which give way to it: what it reads is seen to arrive. Only a page in a browser has
 * it, and only where the store wants it.
 */

import { useEffect, useRef } from 'react';
import type { CashierView } from '../../../app/contract/view.ts';
import { assertNever } from '../../../app/kernel/assertNever.ts';
import { type CameraOfPanel, useCamera } from '../../camera/useCamera.ts';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useDoor, useView } from '../../stores/context.tsx';
import { cameraText } from '../../text/camera.ts';
import { useText, useTextOf } from '../../text/index.ts';
import type { Actions } from './actions.ts';
import './CameraPanel.css';

/** Whether this window may look through a camera at all. */
function useMayLook(view: CashierView): boolean {
  return useDoor().inBrowser === true && view.devices.camera === 'on';
}

/** Beside the scanner in the top bar. */
export function CameraButton({ view, act }: { readonly view: CashierView; readonly act: Actions['act'] }) {
  const t = useTextOf(cameraText);
  const open = useView((one) => one.layer === 'camera');
  if (!useMayLook(view)) return null;
  return (
    <button
      type="button"
      className="camerabutton"
      aria-expanded={open}
      onClick={() => void act({ do: 'open', layer: 'camera' })}
    >
      <span className="chip neutral">
        <Icon name="camera" />
        {t.camera}
      </span>
    </button>
  );
}

export function CameraPanel({ view, actions }: { readonly view: CashierView; readonly actions: Actions }) {
  const open = useView((one) => one.layer === 'camera');
  return useMayLook(view) && open ? <Panel actions={actions} /> : null;
}

function Panel({ actions }: { readonly actions: Actions }) {
  const t = useTextOf(cameraText);
  const { common } = useText();
  const camera = useCamera(({ text, symbology }) => void actions.scanned({ text, symbology }));
  return (
    <section className="camerapanel" aria-label={t.title}>
      <div className="picture">
        {camera.state.kind === 'looking' ? (
          <LivePicture
            key={camera.state.camera.stream.id}
            stream={camera.state.camera.stream}
            read={camera.state.read}
            see={camera.see}
          />
        ) : (
          <Icon name={camera.state.kind === 'opening' ? 'waiting' : 'cameraOff'} />
        )}
      </div>
      <div className="says">
        <Says camera={camera} />
        <div className="acts">
          <Choices camera={camera} />
          <Button size="small" icon="close" keycap="Esc" onPress={() => void actions.act({ do: 'close' })}>
            {common.close}
          </Button>
        </div>
      </div>
    </section>
  );
}

function LivePicture(props: {
  readonly stream: MediaStream;
  readonly read: number;
  readonly see: CameraOfPanel['see'];
}) {
  const { stream, read, see } = props;
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const shown = video.current;
    if (shown === null) return;
    shown.srcObject = stream;
    const next = (at: number) => {
      see(shown, at);
      asked = shown.requestVideoFrameCallback(next);
    };
    let asked = shown.requestVideoFrameCallback(next);
    return () => {
      shown.cancelVideoFrameCallback(asked);
      shown.srcObject = null;
    };
  }, [stream, see]);
  return (
    <>
      <video ref={video} autoPlay muted playsInline />
      <span key={read} className={read === 0 ? 'frame' : 'frame hasread'} />
    </>
  );
}

function Says({ camera: { state } }: { readonly camera: CameraOfPanel }) {
  const t = useTextOf(cameraText);
  switch (state.kind) {
    case 'opening':
      return <Words alert={false} what={t.opening} next="" />;
    case 'looking':
      return <Words alert={false} what={t.show} next={state.read === 0 ? t.once : t.read(state.read)} />;
    case 'resting':
      return <Words alert={false} what={t.rests} next={t.restsWhy[state.why]} />;
    case 'refused':
      return <Words alert what={t.faults[state.fault].says} next={t.faults[state.fault].next} />;
    default:
      return assertNever(state);
  }
}

function Words(props: { readonly alert: boolean; readonly what: string; readonly next: string }) {
  return (
    <div role={props.alert ? 'alert' : 'status'}>
      <h2>{props.what}</h2>
      <p>{props.next}</p>
    </div>
  );
}

/** What can be done about the picture, or about there being none. */
function Choices({ camera }: { readonly camera: CameraOfPanel }) {
  const t = useTextOf(cameraText);
  const { state, facing, open } = camera;
  if (state.kind === 'opening') return null;
  if (state.kind === 'looking') {
    if (!state.camera.others) return null;
    return (
      <Button size="small" icon="again" onPress={() => open(facing === 'user' ? 'environment' : 'user')}>
        {t.other}
      </Button>
    );
  }
  if (state.kind === 'refused' && state.fault === 'pageForbids') {
    return (
      <Button size="small" icon="again" onPress={() => window.location.assign('till')}>
        {t.loadAgain}
      </Button>
    );
  }
  return (
    <Button size="small" icon="camera" onPress={() => open(facing)}>
      {t.again}
    </Button>
  );
}
