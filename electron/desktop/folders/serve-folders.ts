import type { Navigate } from '../../../shared/contract/navigation.ts';
import type { Core } from '../../core/core.ts';
import type { Notice } from '../notices/notice.ts';

export interface FolderHands {
  readonly folders: Pick<Core['folders'], 'serve'>;
  readonly showInWindow: (navigate: Navigate) => void;
  readonly tell: (notice: Notice) => void;
}

/**
 * Serves what was named on the command line or dropped on the icon, and shows what came of it. Whether a path may be served
 * is the core's to say.
 */
export async function serveFolders(hands: FolderHands, paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  const results = await Promise.all([...new Set(paths)].map((path) => hands.folders.serve({ path })));
  const refused = results.flatMap((result) => (result.outcome === 'refused' ? [result.message] : []));
  if (refused.length === 0) return hands.showInWindow({ place: 'folders' });
  const message = refused.join('\n');
  hands.showInWindow({ place: 'folders', message });
  hands.tell({ key: 'folders', title: 'Not served', body: message, listenerId: null });
}
