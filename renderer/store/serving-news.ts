import { announce } from './announce.ts';
import { type AppStore, patchSlice } from './app-store.ts';
import type { ServeQuestion, ServingNews } from './serving-slice.ts';

let lastNumber = 0;

/** A number that nothing else in this session has. */
function nextNumber(): number {
  lastNumber += 1;
  return lastNumber;
}

export function askAboutFolder(store: AppStore, question: Omit<ServeQuestion, 'number'>) {
  const { questions } = store.getState().serving;
  patchSlice(store, 'serving', {
    questions: [...questions, { ...question, number: nextNumber() }],
    dialogShows: true,
  });
}

export function dropQuestion(store: AppStore, number: number) {
  const { questions } = store.getState().serving;
  patchSlice(store, 'serving', { questions: questions.filter((one) => one.number !== number) });
}

/** Says that something could not be served, where it is told that something is. */
export function tellNotServed(store: AppStore, failure: string) {
  addNews(store, { folders: [], copied: false, failure });
  announce(store, failure);
}

export function addNews(store: AppStore, news: Omit<ServingNews, 'number'>) {
  // What was served before is old news, and would only lie above it.
  const failures = store.getState().serving.news.filter(({ failure }) => failure !== null);
  patchSlice(store, 'serving', { news: [...failures, { ...news, number: nextNumber() }] });
}

export function forgetNews(store: AppStore, number: number) {
  const { news } = store.getState().serving;
  patchSlice(store, 'serving', { news: news.filter((one) => one.number !== number) });
}
