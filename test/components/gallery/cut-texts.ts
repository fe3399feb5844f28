/** Every text on the page that is cut and that nothing tells whole: neither a title on it nor one around it. */
export function cutTexts(): readonly string[] {
  const cut: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    if (!isCut(element) || element.closest('[title]:not([title=""])')) continue;
    cut.push(`${element.tagName.toLowerCase()}.${element.className}: ${element.textContent}`);
  }
  return cut;
}

function isCut(element: HTMLElement): boolean {
  if (element.children.length > 0 && !hasOwnText(element)) return false;
  if (element.matches('input, textarea, .visually-hidden, .visually-hidden *')) return false;
  const { overflowX, visibility } = getComputedStyle(element);
  if (overflowX === 'visible' || overflowX === 'auto' || overflowX === 'scroll') return false;
  return visibility !== 'hidden' && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1;
}

function hasOwnText(element: HTMLElement): boolean {
  return [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
}
