import type { Symptom } from '../../../shared/contract/doctor.ts';

/** How a kind is said. The first that is found anywhere in the text wins, so the more telling come first. */
export const symptomPatterns: readonly (readonly [Symptom, RegExp])[] = [
  ['debugger-disconnected', /disconnected (?:from|to) the target VM|VMDisconnectedException/i],
  [
    'debugger-cannot-attach',
    oneOf(
      'unable to open debugger port|failed to connect to remote VM|failed to attach to (?:the )?remote|unable to attach to target VM',
      'jdwp self connect|could not connect to debug target|error opening the remote debugger',
    ),
  ],
  [
    'forbidden-host',
    /blocked request\. this host|invalid host header|is not allowed\.\s{1,4}to allow this host|DisallowedHost/i,
  ],
  [
    'bad-certificate',
    oneOf(
      'self.signed certificate|curl: \\(60\\)|certificate has expired|CERT_HAS_EXPIRED|ERR_CERT_|certificate verify failed',
      'ALTNAME_INVALID|x509: |UNABLE_TO_VERIFY_LEAF|PKIX path building failed|SEC_ERROR_UNKNOWN_ISSUER',
    ),
  ],
  ['empty-reply', /curl: \(52\)|empty reply from server|ERR_EMPTY_RESPONSE|didn.t send any data/i],
  ['bad-gateway', /\b502 bad gateway|HTTP ERROR 502|\b504 gateway time/i],
  [
    'wrong-protocol',
    oneOf(
      'wrong.version.number|ERR_SSL_PROTOCOL_ERROR|RX_RECORD_TOO_LONG|unrecognized SSL message|\\bEPROTO\\b',
      'packet length too long|HTTP response to HTTPS client|HTTP request (?:was sent )?to (?:an )?HTTPS',
      'ERR_INVALID_HTTP_RESPONSE|Received HTTP/0\\.9|BadStatusLine',
      'handshake failed|Expected HTTP/|invalid length of startup packet|unknown protocol',
    ),
  ],
  [
    'address-not-available',
    oneOf(
      "EADDRNOTAVAIL|AddrNotAvailable|(?:can'?t|cannot) assign requested address",
      windowsCode(10_049, 'address is not valid in its context'),
    ),
  ],
  [
    'in-use',
    oneOf(
      'EADDRINUSE|AddrInUse|address (?:is )?(?:already )?in use|connection in use:',
      'port (?:\\d{1,5} )?(?:(?:is|was|may) )?(?:already )?(?:be )?(?:in use|allocated|used)\\b',
      'port is already (?:allocated|in use)|already in use',
      windowsCode(10_048, 'only one us(?:ag)?e of each socket address'),
      'another postmaster already running|another mysqld server running',
    ),
  ],
  [
    'permission-denied',
    oneOf(
      '\\bEACCES\\b|EACCESS|permission denied|operation not permitted',
      windowsCode(10_013, 'forbidden by its access permissions'),
    ),
  ],
  [
    'name-not-found',
    oneOf(
      'ENOTFOUND|EAI_AGAIN|curl: \\(6\\)|could not resolve host|name or service not known|nodename nor servname|no such host',
      'ERR_NAME_NOT_RESOLVED|UnknownHostException|getaddrinfo failed|failure in name resolution',
      windowsCode(11_001),
    ),
  ],
  [
    'refused',
    oneOf(
      'ECONNREFUSED|connection.?refused|refused to connect|was refused|connection to \\S{1,80} refused',
      "can't connect to mysql server on .{1,80} \\((?:111|61)\\b|could not connect to redis|curl: \\(7\\)|couldn'?t connect to server",
      windowsCode(10_061, 'actively refused'),
    ),
  ],
  [
    'unreachable',
    oneOf(
      'EHOSTUNREACH|ENETUNREACH|no route to host|network is unreachable|ERR_ADDRESS_UNREACHABLE',
      windowsCode(10_065),
      windowsCode(10_051),
    ),
  ],
  [
    'timed-out',
    oneOf(
      'ETIMEDOUT|curl: \\(28\\)|timed?.?out|CONNECT_TIMEOUT|deadline exceeded',
      windowsCode(10_060, 'did not properly respond'),
    ),
  ],
  [
    'reset',
    oneOf(
      'ECONNRESET|curl: \\(56\\)|connection.?reset|reset by peer|socket hang up|ERR_CONNECTION_CLOSED|\\bEPIPE\\b|broken pipe',
      'connection (?:was )?closed|closed by (?:the )?remote|RemoteDisconnected',
      windowsCode(10_054, 'forcibly closed'),
    ),
  ],
  // Says that it failed, and not how.
  [
    'refused',
    oneOf(
      "(?:cannot|can'?t|could not|couldn'?t|unable to|failed to) (?:connect|reach)|connect call failed",
      'connection .{1,80} could not be established',
    ),
  ],
];

function oneOf(...alternatives: readonly string[]): RegExp {
  return new RegExp(alternatives.join('|'), 'i');
}

/** A code of Windows Sockets, which is said in every language; alone it could be a port. */
function windowsCode(code: number, words?: string): string {
  const said = `(?:err(?:or|no)|exception)[ (:]{1,3}${code}\\b|[(/]${code}\\)`;
  return words === undefined ? said : `${said}|${words}`;
}
