import type { Platform } from '../../../shared/contract/host.ts';
import { createLinuxSupervisorTools } from './linux/linux-supervisor-tools.ts';
import { noSupervisorTools, type SupervisorTools } from './supervisor-tools.ts';

/** launchd and the service manager of Windows tell all that is used through the process reader. */
export function chooseSupervisorTools(platform: Platform): SupervisorTools {
  return platform === 'linux' ? createLinuxSupervisorTools() : noSupervisorTools;
}
