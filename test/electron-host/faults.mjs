/**
 * Mistakes that a shell of Electron's is made with, as edits of the built app. The patterns hold for the minified bundle: property
 * names and texts survive minifying, names of variables do not.
 *
 * @typedef {object} Fault
 * @property {string} name
 * @property {readonly Edit[]} edits
 * @property {string} spec    File below test/desktop.
 * @property {string} title   Start of the title of the spec that must go red.
 *
 * @typedef {object} Edit
 * @property {string} file    Below dist.
 * @property {RegExp} find    Must match, or the fault no longer fits the app.
 * @property {string} replace
 */

const main = 'desktop/main.cjs';
const preload = 'preload/preload.cjs';

const opens = { spec: 'life.spec.ts', title: 'opens a window' };
const secondStart = { spec: 'life.spec.ts', title: 'starting it a second time shows the window' };
const stranger = { spec: 'door.spec.ts', title: 'a page that is not ours' };
const sandbox = { spec: 'preload.spec.ts', title: 'the page runs in a sandbox' };
const bridge = { spec: 'preload.spec.ts', title: 'the page gets four functions' };
const dropped = { spec: 'preload.spec.ts', title: 'a dropped folder' };
const injected = { spec: 'lock-down.spec.ts', title: 'a script that is written into the page' };
const outside = { spec: 'lock-down.spec.ts', title: 'no window opens' };
const permissions = { spec: 'lock-down.spec.ts', title: 'place, camera, microphone' };

/** @type {readonly Fault[]} */
export const faults = [
  {
    name: 'the preload is a module',
    edits: [{ file: preload, find: /^/, replace: 'export {};' }],
    ...opens,
  },
  {
    name: 'the preload requires a module of Node',
    edits: [{ file: preload, find: /^/, replace: 'require("node:fs");' }],
    ...opens,
  },
  {
    name: 'the path of the preload is wrong',
    edits: [{ file: main, find: /preload\/preload\.cjs/, replace: 'preload/preload.js' }],
    ...opens,
  },
  {
    name: 'the preload exposes its bridge under another name',
    edits: [
      { file: preload, find: /exposeInMainWorld\((["'`])berth/, replace: 'exposeInMainWorld($1harbour' },
    ],
    ...opens,
  },
  {
    name: 'the preload exposes more than it should',
    edits: [{ file: preload, find: /pathOfDroppedFile:/, replace: 'electron:()=>0,pathOfDroppedFile:' }],
    ...bridge,
  },
  {
    name: 'the path of a file is read as before Electron 32',
    edits: [{ file: preload, find: /\w+\.webUtils\.getPathForFile\((\w+)\)/, replace: '$1.path' }],
    ...dropped,
  },
  {
    name: 'no sandbox',
    edits: [
      { file: main, find: /sandbox:\s*(!0|true)/g, replace: 'sandbox:false' },
      { file: main, find: /\.enableSandbox\(\)/, replace: '.getVersion()' },
    ],
    ...sandbox,
  },
  {
    name: 'no context isolation',
    edits: [{ file: main, find: /contextIsolation:\s*(!0|true)/g, replace: 'contextIsolation:false' }],
    ...sandbox,
  },
  {
    name: 'Node in the page',
    edits: [{ file: main, find: /nodeIntegration:\s*(!1|false)/g, replace: 'nodeIntegration:true' }],
    ...sandbox,
  },
  {
    name: 'no content security policy',
    edits: [{ file: main, find: /(["'`])content-security-policy\1/, replace: '"x-nothing"' }],
    ...injected,
  },
  {
    name: 'a policy that lets inline scripts run',
    edits: [{ file: main, find: /script-src 'self'/, replace: "script-src 'self' 'unsafe-inline'" }],
    ...injected,
  },
  {
    name: 'a policy that lets the page ask anybody',
    edits: [{ file: main, find: /default-src 'none'/, replace: 'default-src *' }],
    spec: 'lock-down.spec.ts',
    title: 'the policy keeps the page from asking',
  },
  {
    name: 'the sender is not checked',
    edits: [{ file: main, find: /(ipcMain\.on\([^{]*\{\s*if\s*\()!/, replace: '$1false&&!' }],
    ...stranger,
  },
  {
    name: 'the check of the sender is inverted',
    edits: [{ file: main, find: /(ipcMain\.on\([^{]*\{\s*if\s*\()!/, replace: '$1' }],
    ...opens,
  },
  {
    name: 'nobody listens on the channel of the preload',
    edits: [{ file: main, find: /berth:connect/, replace: 'berth:konnect' }],
    ...opens,
  },
  {
    name: 'no single-instance lock',
    edits: [{ file: main, find: /\w+\.app\.requestSingleInstanceLock\([^)]*\)/, replace: 'true' }],
    ...secondStart,
  },
  {
    name: 'a second start is not noticed',
    edits: [{ file: main, find: /second-instance/, replace: 'second-nothing' }],
    ...secondStart,
  },
  {
    name: 'no guard against navigation',
    edits: [{ file: main, find: /will-frame-navigate/, replace: 'will-nothing' }],
    spec: 'lock-down.spec.ts',
    title: 'the page cannot be led elsewhere',
  },
  {
    name: 'new windows are not refused',
    edits: [{ file: main, find: /\.setWindowOpenHandler\(/, replace: '.off("x",' }],
    ...outside,
  },
  {
    name: 'any address is opened in the browser',
    edits: [{ file: main, find: /\w+\(\w+\.hostname\)\s*\?/, replace: 'true?' }],
    ...outside,
  },
  {
    name: 'no handlers of permissions',
    edits: [
      { file: main, find: /\.setPermissionRequestHandler\(/, replace: '.setSpellCheckerEnabled(' },
      { file: main, find: /\.setPermissionCheckHandler\(/, replace: '.setSpellCheckerEnabled(' },
    ],
    ...permissions,
  },
  {
    name: 'the private scheme serves nothing',
    edits: [{ file: main, find: /\.protocol\.handle\(/, replace: '.protocol.isProtocolHandled(' }],
    ...opens,
  },
  {
    name: 'the app does not end',
    edits: [{ file: main, find: /\.app\.exit\(\)/g, replace: '.app.getVersion()' }],
    spec: 'life.spec.ts',
    title: 'quitting ends well',
  },
  {
    name: 'the icon of the tray is looked for elsewhere',
    edits: [{ file: main, find: /(["'`])icons\1/, replace: '$1pictures$1' }],
    spec: 'tray.spec.ts',
    title: 'the menu shows a port',
  },
  {
    name: 'the tray does not hear of changes',
    edits: [{ file: main, find: /\.wish\(\)/, replace: '.stop()' }],
    spec: 'tray.spec.ts',
    title: 'the menu shows a port',
  },
  {
    name: 'a dead line in the tray',
    edits: [{ file: main, find: /case\s*(["'`])find-free-port\1/, replace: 'case$1find-no-port$1' }],
    spec: 'tray.spec.ts',
    title: 'a free port is found',
  },
  {
    name: 'quitting only hides the window',
    edits: [{ file: main, find: /(before-quit[^{]*\{\s*this\.#\w+\s*=\s*)(!0|true)/, replace: '$1!1' }],
    spec: 'tray.spec.ts',
    title: 'quitting from the tray',
  },
  {
    name: 'sleep is not noticed',
    edits: [{ file: main, find: /(["'`])suspend\1/, replace: '$1suspended$1' }],
    spec: 'tray.spec.ts',
    title: 'nothing is read while',
  },
  {
    name: 'closing the window is not prevented',
    edits: [
      {
        file: main,
        find: /\.preventDefault\(\),\s*(\w+)\.hide\(\)/,
        replace: '.defaultPrevented,$1.isVisible()',
      },
    ],
    spec: 'around.spec.ts',
    title: 'closing the window leaves',
  },
  {
    name: 'the place of the window is not kept',
    edits: [{ file: main, find: /\.isFullScreen\(\)/, replace: '.isFullScreen()||!0' }],
    spec: 'around.spec.ts',
    title: 'the window comes back',
  },
  {
    name: 'the folder of a second start is lost',
    edits: [{ file: main, find: /folders:\s*Array\.isArray\(\w+\)/, replace: 'folders:!1' }],
    spec: 'around.spec.ts',
    title: 'a second start hands its folder',
  },
  {
    name: 'a click on a notification does nothing',
    edits: [
      {
        file: main,
        find: /\.on\((["'`])click\1,\s*\(\)\s*=>\s*\{\s*this/,
        replace: '.on($1klick$1,()=>{this',
      },
    ],
    spec: 'around.spec.ts',
    title: 'a watched port that opens',
  },
  {
    name: 'a page that crashed is left',
    edits: [{ file: main, find: /render-process-gone/, replace: 'render-process-stays' }],
    spec: 'around.spec.ts',
    title: 'a page that crashed',
  },
  {
    name: 'the menu of the window does nothing',
    edits: [{ file: main, find: /kind:\s*(["'`])run-command\1/, replace: 'kind:$1none$1' }],
    spec: 'around.spec.ts',
    title: 'the menu of the window runs',
  },
];
