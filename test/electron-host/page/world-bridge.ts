/**
 * One end of a line between two worlds of a page. They share one detached node: an event on it arrives at once, and Blink copies its
 * `detail` from world to world, so neither gets hold of an object of the other.
 */
export interface WorldBridge {
  /** Asks the other world; throws what it throws. */
  ask(question: string, value: unknown): unknown;
}

type Wire =
  | readonly ['value', unknown]
  | readonly ['function', number]
  | readonly ['own', number]
  | readonly ['promise', string]
  | readonly ['error', string]
  | readonly ['array', readonly Wire[]]
  | readonly ['object', readonly (readonly [string, Wire])[]];

type Note =
  | { readonly type: 'ask'; readonly question: string; readonly value: Wire }
  | { readonly type: 'call'; readonly id: number; readonly args: Wire }
  | { readonly type: 'answer'; readonly ok: boolean; readonly value: Wire }
  | { readonly type: 'settle'; readonly id: string; readonly ok: boolean; readonly value: Wire };

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

export interface WorldBridgeOptions {
  readonly node: EventTarget;
  /** Event names: of what comes to this world, and of what goes to the other. */
  readonly mine: string;
  readonly theirs: string;
  /** Objects that arrive cannot be changed by who gets them. */
  readonly freeze: boolean;
  readonly answers: Readonly<Record<string, (value: unknown) => unknown>>;
}

// Taken before any script of the page runs, so that the page cannot put its own in their place.
const { freeze, getOwnPropertyDescriptors, defineProperty, entries } = Object;
const { apply } = Reflect;
const dispatch = EventTarget.prototype.dispatchEvent;
const then = Promise.prototype.then;
const nameOfType = Object.prototype.toString;
const { isArray } = Array;
const map = Array.prototype.map;

export function openWorldBridge({
  node,
  mine,
  theirs,
  freeze: frozen,
  answers,
}: WorldBridgeOptions): WorldBridge {
  const functions: ((...args: unknown[]) => unknown)[] = [];
  const numbers = new WeakMap<object, number>();
  const foreign = new WeakMap<object, number>();
  const pending = new Map<string, Pending>();
  let promises = 0;
  let answer: Extract<Note, { type: 'answer' }> | null = null;

  const post = (note: Note) => void apply(dispatch, node, [new CustomEvent(theirs, { detail: note })]);

  function pack(value: unknown): Wire {
    if (typeof value === 'function') return packFunction(value as (...args: unknown[]) => unknown);
    if (typeof value === 'symbol') return ['value', undefined];
    if (typeof value !== 'object' || value === null) return ['value', value];
    if (value instanceof Promise) return packPromise(value);
    if (value instanceof Error) return ['error', String(value.message)];
    if (isArray(value)) return ['array', apply(map, value, [(item: unknown) => pack(item)])];
    // Files, dates, maps and the like are copied by Blink.
    if (apply(nameOfType, value, []) !== '[object Object]') return ['value', value];
    const own = entries(getOwnPropertyDescriptors(value)).filter(([, { enumerable }]) => enumerable);
    return ['object', own.map(([key]) => [key, pack((value as Record<string, unknown>)[key])] as const)];
  }

  function packFunction(value: (...args: unknown[]) => unknown): Wire {
    const theirNumber = foreign.get(value);
    if (theirNumber !== undefined) return ['own', theirNumber];
    const known = numbers.get(value);
    if (known !== undefined) return ['function', known];
    numbers.set(value, functions.length);
    functions[functions.length] = value;
    return ['function', functions.length - 1];
  }

  function packPromise(value: Promise<unknown>): Wire {
    const id = `${mine}${promises++}`;
    const settle = (ok: boolean) => (result: unknown) =>
      post({ type: 'settle', id, ok, value: pack(result) });
    apply(then, value, [settle(true), settle(false)]);
    return ['promise', id];
  }

  function unpack(wire: Wire): unknown {
    switch (wire[0]) {
      case 'value':
        return wire[1];
      case 'own':
        return functions[wire[1]];
      case 'error':
        return new Error(wire[1]);
      case 'promise':
        return new Promise((resolve, reject) => pending.set(wire[1], { resolve, reject }));
      case 'function':
        return unpackFunction(wire[1]);
      case 'array':
        return sealed(apply(map, wire[1], [(item: Wire) => unpack(item)]));
      case 'object': {
        const made = {};
        for (const [key, item] of wire[1]) {
          defineProperty(made, key, {
            value: unpack(item),
            enumerable: true,
            writable: true,
            configurable: true,
          });
        }
        return sealed(made);
      }
    }
  }

  function unpackFunction(id: number) {
    const made = (...args: unknown[]) => settled({ type: 'call', id, args: pack(args) });
    foreign.set(made, id);
    return sealed(made);
  }

  function sealed<T extends object>(value: T): T {
    return frozen ? freeze(value) : value;
  }

  /** Events arrive at once, so the answer is there when the question has been posted. */
  function settled(note: Note): unknown {
    const outer = answer;
    answer = null;
    post(note);
    const got = answer as Extract<Note, { type: 'answer' }> | null;
    answer = outer;
    if (!got) throw new Error('electron-host: the other world of this page did not answer');
    const value = unpack(got.value);
    if (!got.ok) throw value;
    return value;
  }

  function run(note: Extract<Note, { type: 'ask' | 'call' }>): unknown {
    if (note.type === 'ask') return answers[note.question]?.(unpack(note.value));
    const called = functions[note.id];
    return called && apply(called, undefined, unpack(note.args) as unknown[]);
  }

  function answerTo(note: Extract<Note, { type: 'ask' | 'call' }>): Note {
    try {
      return { type: 'answer', ok: true, value: pack(run(note)) };
    } catch (error) {
      return {
        type: 'answer',
        ok: false,
        value: pack(error instanceof Error ? error : new Error(String(error))),
      };
    }
  }

  node.addEventListener(mine, (event) => {
    const note = (event as CustomEvent<Note>).detail;
    if (note.type === 'answer') answer = note;
    else if (note.type !== 'settle') post(answerTo(note));
    else {
      const waiting = pending.get(note.id);
      pending.delete(note.id);
      waiting?.[note.ok ? 'resolve' : 'reject'](unpack(note.value));
    }
  });

  return { ask: (question, value) => settled({ type: 'ask', question, value: pack(value) }) };
}
