/**
 * Who may import whom. A rule names the packages it may import (`packages`), the places in the project (`places`, from the
 * top) and always allows what lies in its own `room` and below. The later rule wins where two rooms hold the same file.
 *
 * @typedef {object} Rule
 * @property {string} room     A folder from the top; `*` stands for one folder name.
 * @property {string[]} [files]  Only these files of the room, without its subfolders.
 * @property {string} message  What the linter says.
 * @property {string[]} [packages]
 * @property {string[]} [places]  Ending in `/` for a folder with all below it, in `/*` for its files only.
 * @property {boolean} [node]  May use Node's own modules.
 * @property {boolean} [startsPrograms]  May use child_process too.
 * @property {boolean} [speaksIpc]  May use Electron's ipcMain.
 */

const interfacePackages = [
  'react',
  'react/**',
  'react-dom',
  'react-dom/**',
  '@base-ui/react',
  '@base-ui/react/**',
  '@tanstack/react-virtual',
  'lucide-react/icons/*',
];

const coreArea = 'A core area imports shared, its own area and core/lib.';
const desktop = 'electron/desktop imports electron, shared, the core root, core/lib, api and itself.';
const desktopPlaces = ['shared/', 'electron/core/*', 'electron/core/lib/', 'electron/api/'];

/** @type {Rule[]} */
export const rooms = [
  {
    room: 'shared/contract',
    message: 'shared/contract imports the schema library and itself.',
    packages: ['zod', 'zod/**'],
  },
  { room: 'shared/rpc', message: 'shared/rpc imports itself and knows no call by name.' },
  {
    room: 'electron/core',
    files: ['*.ts'],
    message: 'The core root imports its areas and shared.',
    places: ['shared/'],
    node: true,
  },
  { room: 'electron/core/*', message: coreArea, places: ['shared/', 'electron/core/lib/'], node: true },
  {
    room: 'electron/core/monitor',
    message: 'core/monitor imports shared, core/lib, ports, processes, containers and itself.',
    places: [
      'shared/',
      'electron/core/lib/',
      'electron/core/ports/',
      'electron/core/processes/',
      'electron/core/containers/',
    ],
    node: true,
  },
  {
    room: 'electron/core/doctor',
    message: 'core/doctor imports shared, core/lib, ports, probes, free-ports and itself.',
    places: [
      'shared/',
      'electron/core/lib/',
      'electron/core/ports/',
      'electron/core/probes/',
      'electron/core/free-ports/',
    ],
    node: true,
  },
  {
    room: 'electron/core/folders',
    message: 'core/folders imports mime-types, chokidar, shared, core/lib, free-ports and itself.',
    packages: ['mime-types', 'chokidar'],
    places: ['shared/', 'electron/core/lib/', 'electron/core/free-ports/'],
    node: true,
  },
  {
    room: 'electron/core/lib',
    files: ['run-command.ts', 'start-program.ts', 'fork-node-program.ts'],
    message: coreArea,
    places: ['shared/'],
    node: true,
    startsPrograms: true,
  },
  {
    room: 'electron/api',
    message: 'electron/api imports shared, the core root and itself.',
    places: ['shared/', 'electron/core/*'],
    node: true,
  },
  { room: 'electron/desktop', message: desktop, packages: ['electron'], places: desktopPlaces, node: true },
  {
    room: 'electron/desktop',
    files: ['ipc-endpoint.ts'],
    message: desktop,
    packages: ['electron'],
    places: desktopPlaces,
    node: true,
    speaksIpc: true,
  },
  {
    room: 'electron/desktop/updates',
    files: ['load-updater.ts'],
    message: desktop,
    packages: ['electron', 'electron-updater'],
    places: desktopPlaces,
    node: true,
  },
  {
    room: 'electron/web',
    message: 'electron/web imports ws, shared, the core root, core/lib, core/folders, api and itself.',
    packages: ['ws'],
    places: ['shared/', 'electron/core/*', 'electron/core/lib/', 'electron/core/folders/', 'electron/api/'],
    node: true,
  },
  {
    room: 'electron/cli',
    message: 'electron/cli imports shared, the core root, core/lib, web and itself.',
    places: ['shared/', 'electron/core/*', 'electron/core/lib/', 'electron/web/'],
    node: true,
  },
  {
    room: 'electron/preload',
    message: 'electron/preload imports electron, shared and itself.',
    packages: ['electron'],
    places: ['shared/'],
  },
  {
    room: 'renderer',
    files: ['*'],
    message: 'The renderer root imports the renderer and shared.',
    packages: [...interfacePackages, 'zustand', 'zustand/**', '@fontsource-variable/**'],
    places: ['shared/'],
  },
  {
    room: 'renderer/ui',
    message: 'renderer/ui imports React and renderer/lib; it knows neither store nor calls.',
    packages: interfacePackages,
    places: ['renderer/lib/'],
  },
  {
    room: 'renderer/lib',
    message: 'renderer/lib imports React, uqr and renderer/ui; it knows neither store nor calls.',
    packages: [...interfacePackages, 'uqr'],
    places: ['renderer/ui/'],
  },
  {
    room: 'renderer/store',
    message: 'renderer/store imports zustand/vanilla, shared, renderer/lib and itself; no React.',
    packages: ['zustand/vanilla'],
    places: ['shared/', 'renderer/lib/'],
  },
  {
    room: 'renderer/transport',
    message: 'renderer/transport imports shared and itself.',
    places: ['shared/'],
  },
  {
    room: 'renderer/commands',
    message: 'renderer/commands imports the store, renderer/lib, shared and itself.',
    packages: ['react', 'lucide-react/icons/*'],
    places: ['shared/', 'renderer/store/', 'renderer/lib/'],
  },
  {
    room: 'renderer/hooks',
    message: 'renderer/hooks imports React, zustand, the store, commands, renderer/lib, shared and itself.',
    packages: ['react', 'zustand', 'zustand/**'],
    places: ['shared/', 'renderer/store/', 'renderer/commands/', 'renderer/lib/'],
  },
  {
    room: 'renderer/features/*',
    message: 'A feature imports itself, ui, hooks, commands, store, lib and shared; never another feature.',
    packages: interfacePackages,
    places: [
      'shared/',
      'renderer/ui/',
      'renderer/hooks/',
      'renderer/commands/',
      'renderer/store/',
      'renderer/lib/',
      'renderer/icon.svg',
    ],
  },
];
