import { expect, test } from 'vitest';
import { kindOfCommand, kindOfImage } from '../../../../renderer/lib/kind-of-command.ts';

test.each([
  'node /srv/shop/node_modules/.bin/vite --host',
  'node /srv/shop/node_modules/next/dist/bin/next dev',
  'next-server (v16.0.1)',
  'python3 -m http.server 62893',
  'python manage.py runserver 0.0.0.0:8000',
  'uvicorn app:main --reload',
  'node node_modules/webpack-dev-server/bin/webpack-dev-server.js',
  'ruby bin/rails server -p 3000',
  '/usr/bin/php -S localhost:8000',
])('%s is a dev server', (line) => expect(kindOfCommand(line.split(' '))).toBe('dev-server'));

test.each([
  ['/usr/lib/postgresql/16/bin/postgres', '-D', '/var/lib'],
  ['postgres: 16/main: checkpointer'],
  ['redis-server', '*:6379'],
  ['C:\\Program Files\\MySQL\\bin\\mysqld.exe'],
  ['/usr/bin/mongod', '--config', '/etc/mongod.conf'],
])('%s is a database', (...command) => expect(kindOfCommand(command)).toBe('database'));

test.each([
  'node invite.js',
  'node server.js',
  'nginx: master process',
  'node observe',
  'uvicorn app:main',
  '',
])('%j is neither', (line) => expect(kindOfCommand(line === '' ? [] : line.split(' '))).toBeNull());

test.each([
  ['postgres', 'database'],
  ['docker.io/library/postgres:17-alpine', 'database'],
  ['localhost:5000/redis@sha256:abc', 'database'],
  ['nginx:1.27', null],
])('the image %s is %s', (image, kind) => expect(kindOfImage(image)).toBe(kind));
