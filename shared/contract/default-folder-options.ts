import type { FolderDefaults } from './folders.ts';

export const defaultFolderOptions: FolderDefaults = {
  listing: true,
  spa: false,
  cleanUrls: true,
  cors: false,
  liveReload: false,
  showHidden: false,
  startAgain: true,
};
