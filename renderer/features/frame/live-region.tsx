import { useAppState } from '../../hooks/use-app-state.ts';

/** Says results of own actions and changes of the connection to screen readers, and nothing else. */
export function LiveRegion() {
  const { number, text } = useAppState((state) => state.actions.announcement);
  return (
    <div role="status" aria-live="polite" className="visually-hidden">
      <span key={number}>{text}</span>
    </div>
  );
}
