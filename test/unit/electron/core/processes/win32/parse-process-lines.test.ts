import { expect, test } from 'vitest';
import { parseProcessLines } from '../../../../../../electron/core/processes/win32/parse-process-lines.ts';
import { findBrokenCuts, interleave } from '../../../../../helpers/captures.ts';

/** Constructed: the lines that the script of process-script.ts prints. */
const lines = Buffer.from(
  [
    '{"start":1763690000123,"pid":8120,"parent":4312,"name":"node.exe","command":"\\"C:\\\\Program Files\\\\nodejs\\\\node.exe\\" server.js","executable":"C:\\\\Program Files\\\\nodejs\\\\node.exe","user":"PC\\\\Jörg"}',
    '{"pid":4,"parent":0,"name":"System","start":null,"command":null,"executable":null,"user":null}',
    '{"pid":1316,"parent":900,"name":"svchost.exe","start":1763680000000,"command":null,"executable":null,"user":null}',
    '{"pid":1316,"service":"Dnscache"}',
    '{"service":"NlaSvc","pid":1316}',
    '',
  ].join('\r\n'),
);

const parse = (bytes: Buffer) => parseProcessLines(bytes.toString('utf8'));

test('reads processes and the services they run', () => {
  const { processes, services } = parse(lines);
  expect(processes).toHaveLength(3);
  expect(processes[0]).toEqual({
    pid: 8120,
    parentPid: 4312,
    name: 'node.exe',
    startTime: 1763690000123,
    commandLine: '"C:\\Program Files\\nodejs\\node.exe" server.js',
    executable: 'C:\\Program Files\\nodejs\\node.exe',
    user: 'PC\\Jörg',
  });
  expect(services).toEqual(new Map([[1316, ['Dnscache', 'NlaSvc']]]));
});

test('what may not be read is null', () => {
  expect(parse(lines).processes[1]).toMatchObject({ startTime: null, commandLine: null, user: null });
});

test('cut anywhere keeps the processes before the cut', () => {
  expect(findBrokenCuts(lines, (bytes) => parse(bytes).processes)).toEqual([]);
});

test.each(['%%', '[]', 'null', '{}', '{"pid":"4"}', '{"pid":-1}', 'Get-CimInstance : Access denied', '\0'])(
  'keeps every process with %j between the lines',
  (junk) => {
    expect(parse(interleave(lines, Buffer.from(junk)))).toEqual(parse(lines));
  },
);
