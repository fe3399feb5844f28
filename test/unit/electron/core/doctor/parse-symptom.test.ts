import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSymptom } from '../../../../../electron/core/doctor/parse-symptom.ts';
import type { Pasted } from '../../../../../electron/core/doctor/pasted.ts';

interface Capture {
  readonly origin: string;
  readonly text: string;
  readonly expected: Pasted;
}

const folder = path.resolve(import.meta.dirname, '../../../../captures/symptoms');

function readCaptures(file: string): readonly Capture[] {
  return JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Capture[];
}

const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const captures = files.flatMap(readCaptures);

describe('what developers really paste', () => {
  it('has at least 60 different messages with an origin', () => {
    expect(new Set(captures.map(({ text }) => text)).size).toBeGreaterThanOrEqual(60);
    expect(captures.filter(({ origin }) => !origin.startsWith('https://'))).toEqual([]);
  });

  for (const file of files) {
    it.each(readCaptures(file))(
      `${file}: $expected.symptom, $expected.port in $origin`,
      ({ text, expected }) => {
        expect(parseSymptom(text)).toEqual(expected);
      },
    );
  }
});
