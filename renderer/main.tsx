/** Opens the door, makes the stores, and hands both to the screens. */

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { StoresProvider } from './stores/context.tsx';
import { createTillStore } from './stores/tillStore.ts';
import { createViewStore } from './stores/viewStore.ts';
import './styles/index.css';
import { openDoor } from './till.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

const door = openDoor(window);
const stores = { door, till: createTillStore(door).store, view: createViewStore(window.localStorage) };

createRoot(root).render(
  <StrictMode>
    <StoresProvider stores={stores}>
      <App />
    </StoresProvider>
  </StrictMode>,
);
