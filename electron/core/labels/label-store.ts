import path from 'node:path';
import type { LabelChange, Labels } from '../../../shared/contract/labels.ts';
import { longestLabel } from '../../../shared/contract/longest-label.ts';
import { type Outcome, succeed } from '../../../shared/rpc/failure.ts';
import { EventSource } from '../lib/event-source.ts';
import { JsonFile } from '../lib/json-file.ts';

export interface LabelStoreOptions {
  readonly dataFolder: string;
  /** Hears a sentence for the person when the file could not be used. */
  readonly tell: (sentence: string) => void;
}

/** The user's own names for ports, in `labels.json`. */
export class LabelStore {
  /** Numbers of the ports whose label is another one now. */
  readonly changes = new EventSource<readonly number[]>();
  readonly #file: JsonFile<Labels>;
  #last: Labels = {};

  constructor({ dataFolder, tell }: LabelStoreOptions) {
    const file = path.join(dataFolder, 'labels.json');
    this.#file = new JsonFile<Labels>({ file, what: 'labels', initial: {}, parse: parseLabels, tell });
  }

  /** The label as last read or changed. */
  labelOf(port: number): string | null {
    return this.#last[String(port)] ?? null;
  }

  /** Reads the file again when another program wrote it. */
  async read(): Promise<Labels> {
    return this.#note(await this.#file.read());
  }

  async change({ port, label }: LabelChange): Promise<Outcome<Record<string, never>>> {
    const outcome = await this.#file.change((now) => {
      const { [String(port)]: _, ...others } = now;
      return label === null ? others : { ...others, [port]: label };
    });
    if (!outcome.ok) return outcome;
    this.#note(outcome.value);
    return succeed({});
  }

  #note(labels: Labels): Labels {
    const before = this.#last;
    this.#last = labels;
    const ports = new Set([...Object.keys(before), ...Object.keys(labels)]);
    const changed = [...ports].filter((port) => before[port] !== labels[port]).map(Number);
    if (changed.length > 0) this.changes.emit(changed);
    return labels;
  }
}

/** Checked by hand: a list of ports reads this file, and loading the schema library costs more than the list. */
async function parseLabels(content: unknown): Promise<Labels | null> {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return null;
  const isLabels = Object.entries(content).every(([port, label]) => isPort(port) && isLabel(label));
  return isLabels ? (content as Labels) : null;
}

function isPort(text: string): boolean {
  return /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65_535;
}

function isLabel(value: unknown): boolean {
  return (
    typeof value === 'string' && value.trim() === value && value.length >= 1 && value.length <= longestLabel
  );
}
