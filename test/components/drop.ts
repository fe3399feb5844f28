/** Drags something over the window, as an event of the browser tells it. */
export function dragOver(transfer: DataTransfer = withFile('site')): void {
  fire('dragenter', transfer);
  fire('dragover', transfer);
}

export function dropOn(transfer: DataTransfer): void {
  fire('drop', transfer);
}

/** A file among what is dragged. A page cannot make a folder: see `withFolder`. */
export function withFile(...names: readonly string[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const name of names) transfer.items.add(new File([''], name));
  return transfer;
}

/** The same, told to be folders: no script can make a real one, so its entry is given. */
export function asFolders(transfer: DataTransfer): DataTransfer {
  const items = [...transfer.items].map((item) => ({
    kind: item.kind,
    getAsFile: () => item.getAsFile(),
    webkitGetAsEntry: () => ({ isDirectory: true }),
  }));
  return new Proxy(transfer, {
    get: (target, name) => (name === 'items' ? items : Reflect.get(target, name)),
  });
}

function fire(type: string, transfer: DataTransfer) {
  const event = new Event(type, { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'dataTransfer', { value: transfer });
  document.body.dispatchEvent(event);
}
