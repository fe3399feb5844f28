import { type RefObject, useEffect, useRef } from 'react';
import { useAppState } from './use-app-state.ts';

/** Moves the focus to the element whenever somebody asks for it. */
export function useFocusRequest(place: 'search' | 'list', element: RefObject<HTMLElement | null>) {
  const requests = useAppState((state) => state.view.focusRequests[place]);
  const answered = useRef(requests);
  useEffect(() => {
    if (answered.current === requests) return;
    answered.current = requests;
    element.current?.focus({ preventScroll: true });
    if (element.current instanceof HTMLInputElement) element.current.select();
  }, [requests, element]);
}
