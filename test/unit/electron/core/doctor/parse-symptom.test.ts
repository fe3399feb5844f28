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

describe('a port or an address alone', () => {
  const bare = { symptom: 'port-only', tool: null, expects: null, side: 'unknown' };

  it.each([
    ['62893', { ...bare, port: 62_893, address: null, host: null, family: null }],
    [' 3000\n', { ...bare, port: 3000, address: null, host: null, family: null }],
    [':3000', { ...bare, port: 3000, address: null, host: null, family: null }],
    ['localhost:5173', { ...bare, port: 5173, address: null, host: 'localhost', family: null }],
    ['127.0.0.1:8080', { ...bare, port: 8080, address: '127.0.0.1', host: null, family: 4 }],
    ['[::1]:3000', { ...bare, port: 3000, address: '::1', host: null, family: 6 }],
    ['::1:3000', { ...bare, port: 3000, address: '::1', host: null, family: 6 }],
    ['*:9229', { ...bare, port: 9229, address: null, host: null, family: null }],
    ['10061', { ...bare, port: 10_061, address: null, host: null, family: null }],
    [
      'http://127.0.0.1:8080/x',
      { ...bare, port: 8080, address: '127.0.0.1', host: null, family: 4, expects: 'http' },
    ],
    [
      'https://user:secret@localhost/a?b=1:2#c',
      { ...bare, port: 443, address: null, host: 'localhost', family: null, expects: 'https' },
    ],
    ['db.internal:5432', { ...bare, port: 5432, address: null, host: 'db.internal', family: null }],
    ['port 8080', { ...bare, port: 8080, address: null, host: null, family: null }],
    ['who has 62893?', { ...bare, port: 62_893, address: null, host: null, family: null }],
  ])('reads %s', (text, expected) => {
    expect(parseSymptom(text)).toEqual(expected);
  });

  it.each(['0', '65536', '99999', ':0', 'localhost:70000', '127.0.0.1:0', '-1', '3000.5'])(
    'finds no port in %s',
    (text) => {
      expect(parseSymptom(text).port).toBeNull();
    },
  );
});

describe('what is no message', () => {
  const nothing = {
    symptom: 'unknown',
    port: null,
    address: null,
    host: null,
    family: null,
    tool: null,
    expects: null,
    side: 'unknown',
  };

  it.each([
    [''],
    ['   \n\t '],
    ['hello'],
    ['the quick brown fox, at 10 past 9'],
    ['💥💥💥'],
    ['\ud800\udfff\ud800'],
    ['src/app.ts:12:5'],
    ['at net.js:769'],
  ])('says nothing of %j', (text) => {
    expect(parseSymptom(text)).toEqual(nothing);
  });
});

describe('hostile text', () => {
  const inUse = 'Error: listen EADDRINUSE: address already in use 127.0.0.1:3000';

  it('looks past escape sequences, controls and marks that turn the reading direction', () => {
    const dressed = `\u001b[31m\u202e\u0000${inUse.split('').join('\u200b')}\u0007\u202c\u001b]0;title\u0007`;
    expect(parseSymptom(dressed)).toMatchObject({ symptom: 'in-use', port: 3000, address: '127.0.0.1' });
  });

  it('takes no line that begins with a bracket for a colour', () => {
    expect(parseSymptom('\n[emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)').tool).toBe(
      'nginx',
    );
  });

  it('reads through HTML and keeps none of it', () => {
    const html = `<script>alert(1)</script><b>connect ECONNREFUSED 127.0.0.1:3000</b><img src=x onerror="fetch('//evil')">`;
    const found = parseSymptom(html);
    expect(found).toMatchObject({ symptom: 'refused', port: 3000, address: '127.0.0.1' });
    expect(JSON.stringify(found)).not.toMatch(/[<>]/);
  });

  it('takes no host that is longer than a name can be', () => {
    expect(parseSymptom(`${'a'.repeat(300)}:3000 ECONNREFUSED`).host).toBeNull();
  });

  it('finds the message at either end of a long log', () => {
    const noise = 'GET /index.html 200 in 4 ms\n'.repeat(40_000);
    expect(parseSymptom(`${inUse}\n${noise}`)).toMatchObject({ symptom: 'in-use', port: 3000 });
    expect(parseSymptom(`${noise}\n${inUse}`)).toMatchObject({ symptom: 'in-use', port: 3000 });
  });

  /** What would make a careless expression try again and again. */
  it.each([
    ['letters', 'a'],
    ['digits', '1'],
    ['colons', ':'],
    ['blanks', ' '],
    ['line ends', '\n'],
    ['brackets', '['],
    ['quotes', '"'],
    ['slashes', '/'],
    ['dots', '.'],
    ['escapes', '\u001b['],
    ['half an address', '127.0.0.'],
    ['half a word', 'connect E'],
    ['ports', ':3000 '],
    ['addresses', '[::1]:80 '],
    ['phrases', 'port port: '],
    ['messages', 'ECONNREFUSED 127.0.0.1:3000\n'],
    ['failures', 'Failed to listen on '],
    ['names', 'connection to '],
  ])('costs as much per character for a lot of %s as for ordinary text', (_what, piece) => {
    const million = piece.repeat(Math.ceil(1_000_000 / piece.length)).slice(0, 1_000_000);
    const ordinary = 'GET /index.html 200 in 4 ms, from 127.0.0.1:53112 to localhost:3000\n'.repeat(15_000);
    const cost = (text: string) => {
      const before = process.cpuUsage();
      parseSymptom(text);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    cost(ordinary);
    // Bounded input and linear expressions stay within a small multiple; a quadratic one is a thousand times as dear.
    expect(cost(million)).toBeLessThan(50 * Math.max(cost(ordinary), 5000));
  });
});

describe('other ways to put it', () => {
  it.each([
    ['Error: listen EACCES: permission denied 5000;', 'permission-denied', 5000],
    ['java.net.BindException: Address already in use: bind 8080', 'in-use', 8080],
    [
      'Failed to start end point associated with ProtocolHandler [http-nio-8081]\njava.net.BindException: Address already in use',
      'in-use',
      8081,
    ],
    ['SQLSTATE[HY000] [2002] Connection refused', 'refused', 3306],
    ["Error: P1001: Can't reach database server at `localhost`:`5432`", 'refused', 5432],
    [
      'Connection to node -1 (localhost/127.0.0.1:9092) could not be established. Broker may not be available.',
      'refused',
      9092,
    ],
    ['error: Error: bind EADDRINUSE null:3000', 'in-use', 3000],
    [
      'curl: (60) SSL certificate problem: self-signed certificate https://localhost:8443',
      'bad-certificate',
      8443,
    ],
    ['nginx: 502 Bad Gateway http://localhost:8080', 'bad-gateway', 8080],
    ['Error: read ECONNRESET 127.0.0.1:3000', 'reset', 3000],
  ])('%s', (text, symptom, port) => {
    expect(parseSymptom(text)).toMatchObject({ symptom, port });
  });

  it('takes no missing name for a name', () => {
    expect(parseSymptom('Error: bind EADDRINUSE null:3000').host).toBeNull();
    expect(parseSymptom('getaddrinfo ENOTFOUND undefined undefined:5432').host).toBeNull();
  });
});
