import type { Tool } from './pasted.ts';

/** How a tool is told by its words. The first that is found wins, so the more particular come first. */
const toolPatterns: readonly (readonly [Tool, RegExp])[] = [
  [
    'browser',
    /\bERR_(?:CONNECTION|SSL|EMPTY|NAME|ADDRESS|TIMED|INVALID)_|This site can.t|SSL_ERROR_RX|NS_ERROR_/,
  ],
  ['curl', /curl: \(|curl error \d/i],
  [
    'docker',
    /error response from daemon|userland proxy|ports are not available|docker(?:-compose| compose|: )|port is already alloc/i,
  ],
  ['kubernetes', /kubectl|did you specify the right host or port/i],
  ['nginx', /nginx|\[emerg\]|while connecting to upstream/i],
  ['apache', /AH000\d\d|make_sock|apache2|httpd:/],
  ['mysql', /mysql|mariadb|ERROR 200[23] \(|SQLSTATE\[HY000\] \[2002\]/i],
  ['redis', /redis|(?:create|creating) server TCP listening socket/i],
  ['mongodb', /mongo/i],
  [
    'java',
    /target VM|remote VM|jdwp|dt_socket|debugger port|\bjava\.|org\.springframework|Tomcat connector|jdi\./i,
  ],
  [
    'postgres',
    /psql|postgres|postmaster|psycopg|connection to server at|accepting\s{1,8}TCP\/IP connections/i,
  ],
  ['ssh', /\bssh: |sshd|ssh_exchange|channel_setup_fwd|debug1: /],
  ['dotnet', /\bSystem\.(?:IO|Net)\.|Kestrel/],
  ['php', /failed to listen on .{1,120}(?:\(reason|address already)|artisan|php -S/i],
  ['ruby', /Errno::|puma|bind\(2\)/],
  ['rust', /\(os error \d|Os \{ code|panicked at|called `Result|AddrInUse|error trying to connect/],
  [
    'python',
    /\[?\bErrno -?\d|WinError|Traceback|HTTPS?ConnectionPool|gunicorn|uvicorn|OSError|Flask|socket\.error/i,
  ],
  ['python', /error while attempting to bind|Error \d{1,3} connecting to|Couldn't listen on/],
  ['go', /\b(?:listen|dial)\s(?:tcp|udp)[46]?\b|HTTP response to HTTPS client/],
  [
    'node',
    /\bE(?:ADDR|CONN|ACCES|TIMEDOUT|NOTFOUND|AI_AGAIN|PROTO|HOST|NET|PIPE)|\(node:|node_modules|Starting inspector/,
  ],
  ['windows', /socket address|access permissions|actively refused|\(100\d\d\)/i],
];

export function toolOf(text: string): Tool | null {
  return toolPatterns.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
