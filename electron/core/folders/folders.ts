import type {
  CompletedPath,
  FolderChange,
  FolderLog,
  FolderLogRequest,
  NextAddress,
  ServedFolder,
  ServeRequest,
  ServeResult,
} from '../../../shared/contract/folders.ts';
import type { Outcome } from '../../../shared/rpc/failure.ts';

/** The folders that Berth serves, each by a process of its own. */
export interface Folders {
  list(): readonly ServedFolder[];
  /** Every listener hears the whole list; counts of requests at most once a second. */
  onChange(listener: (folders: readonly ServedFolder[]) => void): () => void;
  serve(request: ServeRequest): Promise<ServeResult>;
  start(id: string): Promise<Outcome<ServeResult>>;
  stop(id: string): Promise<Outcome<ServedFolder>>;
  change(change: FolderChange): Promise<Outcome<ServedFolder>>;
  remove(id: string): Promise<Outcome<Record<string, never>>>;
  log(request: FolderLogRequest): Promise<Outcome<FolderLog>>;
  nextAddress(): Promise<NextAddress>;
  completePath(text: string): Promise<CompletedPath>;
  /** Hands a folder to the Berth of this user that is running; null when there is none. */
  handOver(folder: string): Promise<ServeResult | null>;
  /** Takes folders that commands hand over, and serves again what was served when Berth ended and is wanted again. */
  resume(): Promise<void>;
  /** Stops every server; what should come back is remembered. */
  close(): Promise<void>;
}
