/** The switches of a folder in plain words, in the order in which they are shown. */
export const folderWords = [
  { option: 'listing', label: 'Listing', help: 'Shows what lies in a folder that has no index.html.' },
  { option: 'spa', label: 'Single-page app', help: 'Answers unknown paths with the first page.' },
  { option: 'cleanUrls', label: 'Clean URLs', help: 'Answers /about with about.html.' },
  { option: 'cors', label: 'CORS', help: 'Lets pages of other origins read the files.' },
  { option: 'liveReload', label: 'Live reload', help: 'Loads open pages again when a file changes.' },
  { option: 'showHidden', label: 'Hidden files', help: 'Serves names that begin with a dot, too.' },
  { option: 'startAgain', label: 'Serve again after restart', help: 'Serves it again when Berth starts.' },
] as const;
