import { z } from 'zod';
import { portNumberSchema } from './ports.ts';
import { pidSchema } from './processes.ts';

const instant = z.iso.datetime({ precision: 3 });
const folderId = z.string().min(1).max(64);
const folderPath = z.string().min(1).max(4096);

const switches = {
  /** Lists a folder that has no index.html. */
  listing: z.boolean(),
  /** Answers unknown paths with the index.html of the root, for applications that route in the page. */
  spa: z.boolean(),
  /** Serves /about from about.html. */
  cleanUrls: z.boolean(),
  /** Lets pages of other origins read the files. */
  cors: z.boolean(),
  /** Loads open pages again when a file changes. */
  liveReload: z.boolean(),
  /** Serves names that start with a dot, too. */
  showHidden: z.boolean(),
  /** Serves again after Berth was started anew. */
  startAgain: z.boolean(),
};

/** How a folder is served. */
export const folderOptionsSchema = z.strictObject({
  ...switches,
  /** Lets other machines in, too; turned off again by itself after a while. */
  network: z.boolean(),
});
export type FolderOptions = Readonly<z.infer<typeof folderOptionsSchema>>;

/** What new folders start with. The network is never among them. */
export const folderDefaultsSchema = z.strictObject(switches);
export type FolderDefaults = Readonly<z.infer<typeof folderDefaultsSchema>>;

export const servedFolderSchema = z.strictObject({
  id: folderId,
  /** Absolute, links resolved. */
  path: z.string(),
  name: z.string(),
  options: folderOptionsSchema,
  state: z.enum(['starting', 'serving', 'stopped', 'failed']),
  /** The port it serves on, or the one it will try first. */
  port: portNumberSchema,
  /** Loopback addresses to open, the best one first; empty unless serving. */
  urls: z.array(z.string()),
  /** Addresses for other machines; empty unless the network is on. */
  networkUrls: z.array(z.string()),
  /** When the network turns itself off. */
  networkUntil: instant.nullable(),
  /** Why it failed, or why the port is another one than wished; a sentence. */
  message: z.string().nullable(),
  requests: z.int().min(0),
  bytes: z.number().min(0),
  lastRequestAt: instant.nullable(),
  startedAt: instant.nullable(),
  /** The process that serves it. */
  pid: pidSchema.nullable(),
});
export type ServedFolder = Readonly<z.infer<typeof servedFolderSchema>>;

/** What is remembered of a folder on disk. */
export const keptFolderSchema = z.object({
  id: folderId,
  path: folderPath,
  port: portNumberSchema,
  options: folderOptionsSchema,
  /** Whether it was being served when Berth was last there. */
  isServed: z.boolean(),
});
export type KeptFolder = Readonly<z.infer<typeof keptFolderSchema>>;

export const servedFoldersSchema = z.strictObject({ folders: z.array(servedFolderSchema) });
export type ServedFolders = Readonly<z.infer<typeof servedFoldersSchema>>;

export const serveRequestSchema = z.strictObject({
  path: folderPath,
  options: folderOptionsSchema.partial().optional(),
  /** The port that is wanted; without one, the usual ones are tried in turn. */
  port: portNumberSchema.optional(),
  /** The person has read the warning about this folder and wants it served. */
  despiteWarning: z.boolean().optional(),
});
export type ServeRequest = Readonly<z.infer<typeof serveRequestSchema>>;

/** `refused` says why in a sentence, and what could be served instead or what has to be agreed to. */
export const serveResultSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('serving'), folder: servedFolderSchema }),
  z.strictObject({
    outcome: z.literal('refused'),
    reason: z.enum([
      'missing',
      'not-a-folder',
      'unreadable',
      'dangerous',
      'port-taken',
      'no-free-port',
      'failed',
    ]),
    message: z.string(),
    /** For a file, the folder it lies in. */
    offer: z.string().nullable(),
  }),
]);
export type ServeResult = Readonly<z.infer<typeof serveResultSchema>>;

export const folderRequestSchema = z.strictObject({ id: folderId });
export type FolderRequest = Readonly<z.infer<typeof folderRequestSchema>>;

export const folderChangeSchema = z.strictObject({
  id: folderId,
  options: folderOptionsSchema.partial().optional(),
  port: portNumberSchema.optional(),
});
export type FolderChange = Readonly<z.infer<typeof folderChangeSchema>>;

export const folderLogRequestSchema = z.strictObject({
  id: folderId,
  /** Only what came after the entry with this number. */
  after: z.int().min(0),
});
export type FolderLogRequest = Readonly<z.infer<typeof folderLogRequestSchema>>;

export const folderLogEntrySchema = z.strictObject({
  /** Counts up from 1. */
  number: z.int().min(1),
  at: instant,
  method: z.string(),
  path: z.string(),
  status: z.int(),
  bytes: z.number().min(0),
  durationMs: z.number().min(0),
  peer: z.string(),
});
export type FolderLogEntry = Readonly<z.infer<typeof folderLogEntrySchema>>;

/** The newest entries, oldest of them first; at most 500 at once and 2,000 kept. */
export const folderLogSchema = z.strictObject({ entries: z.array(folderLogEntrySchema) });
export type FolderLog = Readonly<z.infer<typeof folderLogSchema>>;

/** Where the next folder would be served, for the drop screen. */
export const nextAddressSchema = z.strictObject({ host: z.string(), port: portNumberSchema });
export type NextAddress = Readonly<z.infer<typeof nextAddressSchema>>;

export const completePathRequestSchema = z.strictObject({ text: z.string().max(4096) });
export const completePathSchema = z.strictObject({
  /** Folders whose path begins with what was typed, absolute; only below the home folder. */
  folders: z.array(z.string()).max(100),
});
export type CompletedPath = Readonly<z.infer<typeof completePathSchema>>;

export const chosenFolderSchema = z.strictObject({
  /** Null when the dialog was closed without a choice. */
  path: z.string().nullable(),
});
