/** Hands the window's stores and its door to the screens. */

import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { WindowDoor } from '../till.ts';
import type { TillMirror, TillStore } from './tillStore.ts';
import type { View, ViewStore } from './viewStore.ts';

export interface Stores {
  readonly door: WindowDoor;
  readonly till: TillStore;
  readonly view: ViewStore;
}

const StoresContext = createContext<Stores | null>(null);

export function StoresProvider(props: { readonly stores: Stores; readonly children: ReactNode }) {
  return <StoresContext value={props.stores}>{props.children}</StoresContext>;
}

export function useStores(): Stores {
  const stores = useContext(StoresContext);
  if (stores === null) throw new Error('a screen outside its StoresProvider');
  return stores;
}

export function useDoor(): WindowDoor {
  return useStores().door;
}

export function useTill<T>(choose: (mirror: TillMirror) => T): T {
  return useStore(useStores().till, choose);
}

export function useView<T>(choose: (view: View) => T): T {
  return useStore(useStores().view, choose);
}
