import { z } from 'zod';

export const pidSchema = z.int().min(0).max(4_294_967_295);

/** A process is its pid and its start time; a pid alone never selects what is signalled. */
export const processIdentitySchema = z.strictObject({
  pid: pidSchema,
  startTime: z.iso.datetime({ precision: 3 }),
});
export type ProcessIdentityWire = Readonly<z.infer<typeof processIdentitySchema>>;

export const projectSchema = z.strictObject({
  name: z.string(),
  /** Absolute path of the nearest folder with a manifest, else of the git work tree. */
  root: z.string(),
  /** File name of the manifest that named it, null when only `.git` was found. */
  manifest: z.string().nullable(),
  /** Checked out git branch, null when detached or not in a work tree. */
  branch: z.string().nullable(),
  /** Well-known frameworks that its manifests depend on, as they are called there, the most telling first. */
  frameworks: z.array(z.string()).max(20).optional(),
});
export type Project = Readonly<z.infer<typeof projectSchema>>;

export const containerSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  image: z.string(),
  composeProject: z.string().nullable(),
  composeService: z.string().nullable(),
});
export type Container = Readonly<z.infer<typeof containerSchema>>;

export const parentSchema = z.strictObject({ pid: pidSchema, name: z.string() });
export type Parent = Readonly<z.infer<typeof parentSchema>>;

export const processSchema = z.strictObject({
  /** `pid@startTime`; what the owners of a listener refer to. */
  key: z.string(),
  pid: pidSchema,
  startTime: z.iso.datetime({ precision: 3 }),
  name: z.string(),
  command: z.array(z.string()),
  executable: z.string().nullable(),
  cwd: z.string().nullable(),
  user: z.string().nullable(),
  /** Nearest first, up to the first process of the system. */
  parents: z.array(parentSchema),
  /** Who started it, as the end of a sentence: `from zsh in Terminal`, `by systemd unit nginx.service`. */
  origin: z.string().nullable(),
  project: projectSchema.nullable(),
  container: containerSchema.nullable(),
});
export type Process = Readonly<z.infer<typeof processSchema>>;
