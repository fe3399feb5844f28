import { expect, test } from 'vitest';
import { describeCommand } from '../../../../renderer/lib/describe-command.ts';

test.each([
  ['python3 -m http.server 62893 --bind 127.0.0.1', 'Python file server'],
  ['node /srv/shop/node_modules/.bin/vite --host', 'Vite dev server'],
  ['node /srv/shop/node_modules/.bin/next dev', 'Next.js dev server'],
  ['node --inspect=9229 server.js', 'Node program with debugger'],
  ['java -agentlib:jdwp=transport=dt_socket,server=y,address=5005 -jar x.jar', 'Java program with debugger'],
  ['ssh -N -L 5432:db:5432 bastion', 'SSH tunnel'],
  ['kubectl port-forward svc/api 8080:80', 'Kubernetes port forward'],
  ['/usr/bin/php -S localhost:8000', 'PHP dev server'],
])('%s is a %s', (line, name) => expect(describeCommand(line.split(' '))).toBe(name));

test.each(['node invite.js', 'node server.js', 'sshd -D', 'curl -S 10.0.0.1:80', 'node --inspection', ''])(
  '%j says nothing',
  (line) => expect(describeCommand(line === '' ? [] : line.split(' '))).toBeNull(),
);
