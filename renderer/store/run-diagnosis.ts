import { announce } from './announce.ts';
import type { App } from './app.ts';
import { type AppState, type AppStore, patchSlice } from './app-store.ts';
import type { KeptDiagnosis } from './doctor-slice.ts';

const mostKept = 6;

/** Whether the doctor may connect: what was said here, else what the settings say about probing. */
export function mayConnect({ doctor, connection }: AppState): boolean {
  return doctor.connect ?? connection.settings?.automaticProbing !== 'off';
}

/** Asks the doctor about a text. A question that is under way is called off. */
export async function runDiagnosis({ store, call }: App, asked: string): Promise<void> {
  const text = asked.trim();
  if (text === '') return;
  stopDiagnosis(store);
  const abort = new AbortController();
  const connect = mayConnect(store.getState());
  patchSlice(store, 'doctor', { text: asked, asking: { text, connect, abort }, failure: null });
  announce(store, 'Looking.');
  const outcome = await call('doctor.diagnose', { text, connect }, { signal: abort.signal });
  const { doctor } = store.getState();
  if (doctor.asking?.abort !== abort) return;
  if (!outcome.ok) {
    patchSlice(store, 'doctor', { asking: null, failure: outcome.failure.message });
    announce(store, outcome.failure.message);
    return;
  }
  const kept: KeptDiagnosis = {
    number: (doctor.recent[0]?.number ?? 0) + 1,
    text: asked,
    diagnosis: outcome.value,
  };
  const others = doctor.recent.filter((one) => one.text.trim() !== text);
  patchSlice(store, 'doctor', {
    asking: null,
    shown: kept,
    recent: [kept, ...others].slice(0, mostKept),
  });
  announce(store, `${kept.diagnosis.headline}. ${kept.diagnosis.explanation}`);
}

export function stopDiagnosis(store: AppStore) {
  store.getState().doctor.asking?.abort.abort();
  patchSlice(store, 'doctor', { asking: null });
}
