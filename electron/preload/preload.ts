import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { channels } from '../../shared/rpc/desktop-channels.ts';
import { createPortBridge } from './port-bridge.ts';

const { bridge, connect } = createPortBridge();

ipcRenderer.once(channels.port, ({ ports: [port] }) => {
  if (port) connect(port);
});
ipcRenderer.send(channels.connect);

contextBridge.exposeInMainWorld('berth', {
  ...bridge,
  /** Only files that a person dropped or chose have one; for others it is empty. */
  pathOfDroppedFile: (file: File) => webUtils.getPathForFile(file),
});
