import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

const programs = path.resolve('test/programs');

/** A Python program beside the benchmark that answers line by line. */
export interface Helper {
  nextLine(): Promise<string>;
  ask(line: string): Promise<string>;
  stop(): void;
}

export function startHelper(program: string, ...args: string[]): Helper {
  const child = spawn('/usr/bin/python3', ['-u', path.join(programs, program), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async () => {
    const line = await lines.next();
    if (line.done) throw new Error(`${program} ended`);
    return line.value;
  };
  return {
    nextLine,
    ask(line) {
      child.stdin.write(`${line}\n`);
      return nextLine();
    },
    stop: () => void child.stdin.end(),
  };
}
