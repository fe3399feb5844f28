import { type RefObject, useEffect } from 'react';

/**
 * Takes the focus where nothing has it that is still of use: in a window whose content was replaced. A window that
 * opens remembers who had the focus, and must find it there.
 */
export function useFocusWhenLost(element: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const now = document.activeElement;
    if (now === null || now === document.body || now.closest('[role="dialog"]')) element.current?.focus();
  }, [element]);
}
