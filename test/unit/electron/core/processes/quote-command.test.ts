import { expect, test } from 'vitest';
import { quoteCommand } from '../../../../../electron/core/processes/quote-command.ts';

test.each([
  [['systemctl', 'stop', 'web@1.service'], 'systemctl stop web@1.service'],
  [['pm2', 'stop', 'my shop'], "pm2 stop 'my shop'"],
  [['x', "it's $(so)", ''], "x 'it'\\''s $(so)' ''"],
])('quoteCommand makes of %j: %s', (words, expected) => {
  expect(quoteCommand(words)).toBe(expected);
});
