import type { Step } from '../recognition.ts';
import { readAmqp } from './read-amqp.ts';
import { readFtp } from './read-ftp.ts';
import { readGreeting } from './read-greetings.ts';
import { readHttp } from './read-http.ts';
import { readHttp2 } from './read-http2.ts';
import { readImap } from './read-imap.ts';
import { readKafka } from './read-kafka.ts';
import { readMemcached } from './read-memcached.ts';
import { readMongodb } from './read-mongodb.ts';
import { readMysql } from './read-mysql.ts';
import { readPop3 } from './read-pop3.ts';
import { readPostgresql } from './read-postgresql.ts';
import { readRedis } from './read-redis.ts';
import { readSmtp } from './read-smtp.ts';
import { readSsh } from './read-ssh.ts';
import { readVnc } from './read-vnc.ts';
import { type Reading, reading } from './reading.ts';

/** What a server that spoke first is. */
export function readBanner(bytes: Buffer): Reading | null {
  const text = bytes.toString('latin1');
  return (
    readSsh(text) ??
    readSmtp(text) ??
    readFtp(text) ??
    readImap(text) ??
    readPop3(text) ??
    readVnc(text) ??
    readGreeting(text) ??
    readMysql(bytes) ??
    readHttp2(bytes) ??
    readHttp(bytes)
  );
}

/** What answered to a step: first as the step expects it, then as anything else that is known. */
export function readReply(step: Step, bytes: Buffer): Reading | null {
  const text = bytes.toString('latin1');
  return (
    readHttp(bytes) ??
    readTlsAlert(bytes) ??
    ofStep(step, bytes, text) ??
    readRedis(text) ??
    readBanner(bytes)
  );
}

function ofStep(step: Step, bytes: Buffer, text: string): Reading | null {
  switch (step) {
    case 'postgresql':
      return readPostgresql(bytes);
    case 'memcached':
      return readMemcached(text);
    case 'mongodb':
      return readMongodb(bytes);
    case 'amqp':
      return readAmqp(bytes);
    case 'kafka':
      return readKafka(bytes);
    default:
      return bytes.length > 1 ? (readPostgresql(bytes) ?? readMemcached(text) ?? readAmqp(bytes)) : null;
  }
}

/** An alert record (RFC 8446, section 6): whoever sends one speaks TLS. */
function readTlsAlert(bytes: Buffer): Reading | null {
  return bytes[0] === 0x15 && bytes[1] === 3 && bytes.length >= 7
    ? { ...reading('tls'), wantsTls: true }
    : null;
}
