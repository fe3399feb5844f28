import type { CommandFacts } from '../../shared/contract/commands.ts';
import type { SystemPage } from '../../shared/contract/doctor.ts';
import type { Capability } from '../../shared/contract/host.ts';
import type { Navigate, RunCommand } from '../../shared/contract/navigation.ts';

/** What a shell brings along besides the pipe. */
export interface ShellServices {
  /** What it lets its interface do. */
  readonly capabilities: readonly Capability[];
  /** The system's own dialog; null when it is closed without a choice. Only asked where `choose-folder` is among the capabilities. */
  chooseFolder(): Promise<string | null>;
  /** False where it could not be opened. Only where `system-settings` is among the capabilities. */
  openSystemSettings(page: SystemPage): Promise<boolean>;
  /** Hears what the menu of the window can offer. Only where `native-menu` is among the capabilities. */
  offerCommands(commands: readonly CommandFacts[]): void;
  /** Tells what the tray, a notification or a menu wants shown. */
  onNavigate(listener: (navigate: Navigate) => void): () => void;
  onRunCommand(listener: (command: RunCommand) => void): () => void;
}

/** For a shell that has none of them. */
export function plainShell(capabilities: readonly Capability[]): ShellServices {
  return {
    capabilities,
    chooseFolder: async () => null,
    openSystemSettings: async () => false,
    offerCommands: () => undefined,
    onNavigate: () => () => undefined,
    onRunCommand: () => () => undefined,
  };
}
