/** The real path of a dropped file. A browser keeps it to itself: there it is empty. */
export function pathOfDroppedFile(file: File): string {
  return window.berth?.pathOfDroppedFile(file) ?? '';
}
