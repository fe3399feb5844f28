import { z } from 'zod';
import { commandListSchema } from './commands.ts';
import { connectionsRequestSchema, connectionsSchema } from './connections.ts';
import { diagnoseRequestSchema, diagnosisSchema, systemPageSchema } from './doctor.ts';
import {
  chosenFolderSchema,
  completePathRequestSchema,
  completePathSchema,
  folderChangeSchema,
  folderLogRequestSchema,
  folderLogSchema,
  folderRequestSchema,
  nextAddressSchema,
  servedFolderSchema,
  serveRequestSchema,
  serveResultSchema,
} from './folders.ts';
import { freePortsRequestSchema, freePortsSchema } from './free-ports.ts';
import { historyRequestSchema, historySchema } from './history.ts';
import type { capabilitySchema } from './host.ts';
import { killReportSchema, killRequestSchema } from './kill.ts';
import {
  killPlanSchema,
  killSteerSchema,
  planRequestSchema,
  stoppedSupervisorSchema,
  stopSupervisorSchema,
} from './kill-plan.ts';
import { labelChangeSchema } from './labels.ts';
import {
  localhostRequestSchema,
  localhostTruthSchema,
  probeActivitySchema,
  probeAnswerSchema,
  probePlanSchema,
  probeRequestSchema,
} from './probes.ts';
import { processIdentitySchema, processSchema } from './processes.ts';
import { processOutputSchema, restartRequestSchema, restartResultSchema } from './restart.ts';
import { settingsChangeSchema, settingsSchema } from './settings.ts';
import { undoRequestSchema } from './undo.ts';

const nothing = z.strictObject({});

/** Everything that can be asked. `read` changes nothing; `act` needs the named capability. */
export const calls = {
  /** Scans now and answers when the result is in the snapshot. */
  'ports.refresh': { kind: 'read', arguments: nothing, result: z.strictObject({ sequence: z.int() }) },
  'ports.free': { kind: 'read', arguments: freePortsRequestSchema, result: freePortsSchema },
  'ports.kill': { kind: 'act', capability: 'kill', arguments: killRequestSchema, result: killReportSchema },
  /** What a kill would do, without doing it. */
  'ports.plan-kill': { kind: 'read', arguments: planRequestSchema, result: killPlanSchema },
  'ports.steer-kill': { kind: 'act', capability: 'kill', arguments: killSteerSchema, result: nothing },
  'ports.stop-supervisor': {
    kind: 'act',
    capability: 'kill',
    arguments: stopSupervisorSchema,
    result: stoppedSupervisorSchema,
  },
  'ports.restart': {
    kind: 'act',
    capability: 'kill',
    arguments: restartRequestSchema,
    result: restartResultSchema,
  },
  'ports.undo-kill': {
    kind: 'act',
    capability: 'kill',
    arguments: undoRequestSchema,
    result: z.strictObject({ results: z.array(restartResultSchema) }),
  },
  /** What a program printed that Berth started. */
  'processes.output': { kind: 'read', arguments: processIdentitySchema, result: processOutputSchema },
  /** Who is connected to a listener, read when asked. */
  'ports.connections': {
    kind: 'read',
    arguments: connectionsRequestSchema,
    result: connectionsSchema,
  },
  'ports.label': { kind: 'act', capability: 'label', arguments: labelChangeSchema, result: nothing },
  /** Reads a process again, past the cache. */
  'processes.read': { kind: 'read', arguments: processIdentitySchema, result: processSchema },
  /** What a probe would do and why, without doing it. */
  'probes.plan': { kind: 'read', arguments: probeRequestSchema, result: probePlanSchema },
  /** Connects, within the policy; refused with its reason where the policy says never. */
  'probes.run': {
    kind: 'act',
    capability: 'probe',
    arguments: probeRequestSchema,
    result: probeAnswerSchema,
  },
  'probes.activity': { kind: 'read', arguments: nothing, result: probeActivitySchema },
  'probes.localhost': {
    kind: 'act',
    capability: 'probe',
    arguments: localhostRequestSchema,
    result: localhostTruthSchema,
  },
  'doctor.diagnose': {
    kind: 'act',
    capability: 'probe',
    arguments: diagnoseRequestSchema,
    result: diagnosisSchema,
  },
  'folders.serve': {
    kind: 'act',
    capability: 'serve',
    arguments: serveRequestSchema,
    result: serveResultSchema,
  },
  'folders.start': {
    kind: 'act',
    capability: 'serve',
    arguments: folderRequestSchema,
    result: serveResultSchema,
  },
  'folders.stop': {
    kind: 'act',
    capability: 'serve',
    arguments: folderRequestSchema,
    result: servedFolderSchema,
  },
  /** Changes how it is served; a change of port or network starts it anew. */
  'folders.change': {
    kind: 'act',
    capability: 'serve',
    arguments: folderChangeSchema,
    result: servedFolderSchema,
  },
  /** Stops it and forgets it. The folder itself stays as it is. */
  'folders.remove': { kind: 'act', capability: 'serve', arguments: folderRequestSchema, result: nothing },
  'folders.log': { kind: 'read', arguments: folderLogRequestSchema, result: folderLogSchema },
  'folders.next-address': { kind: 'read', arguments: nothing, result: nextAddressSchema },
  'folders.complete': {
    kind: 'act',
    capability: 'serve',
    arguments: completePathRequestSchema,
    result: completePathSchema,
  },
  /** The system's own dialog. */
  'folders.choose': {
    kind: 'act',
    capability: 'choose-folder',
    arguments: nothing,
    result: chosenFolderSchema,
  },
  'history.read': { kind: 'read', arguments: historyRequestSchema, result: historySchema },
  'history.clear': { kind: 'act', capability: 'settings', arguments: nothing, result: nothing },
  'settings.read': { kind: 'read', arguments: nothing, result: settingsSchema },
  'settings.change': {
    kind: 'act',
    capability: 'settings',
    arguments: settingsChangeSchema,
    result: settingsSchema,
  },
  /** Says whether this window is being looked at; scanning slows down when none is. */
  'window.attention': { kind: 'read', arguments: z.strictObject({ visible: z.boolean() }), result: nothing },
  /** Opens a page of the system's own settings; false where this system has no address for it. */
  'window.system-settings': {
    kind: 'act',
    capability: 'system-settings',
    arguments: z.strictObject({ page: systemPageSchema }),
    result: z.strictObject({ opened: z.boolean() }),
  },
  /** What the menu of the window offers, sent again whenever it changes. */
  'window.commands': {
    kind: 'act',
    capability: 'native-menu',
    arguments: commandListSchema,
    result: nothing,
  },
} as const satisfies Record<
  string,
  {
    kind: 'read' | 'act';
    capability?: z.infer<typeof capabilitySchema>;
    arguments: z.ZodType;
    result: z.ZodType;
  }
>;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type CallArguments<N extends CallName> = z.input<Calls[N]['arguments']>;
export type CallParsed<N extends CallName> = z.output<Calls[N]['arguments']>;
export type CallResult<N extends CallName> = z.output<Calls[N]['result']>;

/** The same list as types alone, which is all that a client needs. */
export type CallTypes = {
  [N in CallName]: { readonly arguments: CallArguments<N>; readonly result: CallResult<N> };
};
