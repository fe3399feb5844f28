import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ActionsSlice, noActions } from './actions-slice.ts';
import { type AnswersSlice, noAnswers } from './answers-slice.ts';
import { type ConnectionSlice, notConnected } from './connection-slice.ts';
import { type DoctorSlice, nothingAsked } from './doctor-slice.ts';
import { type FoldersSlice, noFolders } from './folders-slice.ts';
import { noPorts, type PortsSlice } from './ports-slice.ts';
import { noServing, type ServingSlice } from './serving-slice.ts';
import { firstView, type ViewSlice } from './view-slice.ts';

export interface AppState {
  readonly connection: ConnectionSlice;
  readonly ports: PortsSlice;
  readonly view: ViewSlice;
  readonly actions: ActionsSlice;
  readonly answers: AnswersSlice;
  readonly folders: FoldersSlice;
  readonly serving: ServingSlice;
  readonly doctor: DoctorSlice;
}

export type AppStore = StoreApi<AppState>;

export function createAppStore(): AppStore {
  return createStore<AppState>(() => ({
    connection: notConnected,
    ports: noPorts,
    view: firstView,
    actions: noActions,
    answers: noAnswers,
    folders: noFolders,
    serving: noServing,
    doctor: nothingAsked,
  }));
}

/** Replaces fields of one slice and leaves the others as they are. */
export function patchSlice<S extends keyof AppState>(
  store: AppStore,
  slice: S,
  change: Partial<AppState[S]>,
) {
  store.setState((state) => ({ [slice]: { ...state[slice], ...change } }) as Partial<AppState>);
}
