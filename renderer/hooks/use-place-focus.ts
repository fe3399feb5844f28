import { type RefObject, useEffect, useRef } from 'react';
import { useAppState } from './use-app-state.ts';

/** Takes the focus when the place is gone to, and again when somebody goes there once more. Not on the first page. */
export function usePlaceFocus(element: RefObject<HTMLElement | null>) {
  const requests = useAppState((state) => state.view.focusRequests.list);
  const last = useRef(0);
  useEffect(() => {
    if (requests === last.current) return;
    last.current = requests;
    element.current?.focus({ preventScroll: true });
  }, [requests, element]);
}
