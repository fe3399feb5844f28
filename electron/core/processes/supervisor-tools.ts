import type { Marks } from './supervision.ts';

/** What can be asked about supervisors beyond what processes tell by themselves. */
export interface SupervisorTools {
  /** What a supervisor left in the environment of this process. Nothing else of the environment gets out of here. */
  marksOf(pid: number): Promise<Marks>;
  /** `Restart=` of a systemd unit; null when systemd does not tell. */
  restartPolicy(unit: string, isUsers: boolean): Promise<string | null>;
}

/** Where neither can be asked. */
export const noSupervisorTools: SupervisorTools = {
  marksOf: async () => new Map(),
  restartPolicy: async () => null,
};
