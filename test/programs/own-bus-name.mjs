// own-bus-name.mjs socket name: takes a name on a D-Bus as a desktop does, prints one line, and keeps it until it ends.
import { connect } from 'node:net';
import { endWithInput } from './end-with-input.mjs';

const [, , socketFile, name] = process.argv;
const bus = '/org/freedesktop/DBus';
const fields = { path: 1, interface: 2, member: 3, destination: 6, signature: 8 };
let serial = 0;

endWithInput();
const socket = connect(socketFile);
const uid = Buffer.from(String(process.getuid())).toString('hex');
socket.write(`\0AUTH EXTERNAL ${uid}\r\n`);
socket.once('data', () => {
  socket.write('BEGIN\r\n');
  socket.write(call('Hello', '', Buffer.alloc(0)));
  socket.write(
    call('RequestName', 'su', Buffer.concat([string(name), padded(4, string(name).length), word(4)])),
  );
  setTimeout(() => console.log(JSON.stringify({ pid: process.pid, port: 0 })), 200);
});

function call(member, signature, body) {
  const names = [
    field(fields.path, 'o', string(bus)),
    field(fields.interface, 's', string('org.freedesktop.DBus')),
    field(fields.member, 's', string(member)),
    field(fields.destination, 's', string('org.freedesktop.DBus')),
    ...(signature ? [field(fields.signature, 'g', shortString(signature))] : []),
  ];
  const array = names.reduce((all, one) => Buffer.concat([all, padded(8, all.length), one]), Buffer.alloc(0));
  serial += 1;
  const head = Buffer.concat([
    Buffer.from('l\x01\x00\x01', 'latin1'),
    word(body.length),
    word(serial),
    word(array.length),
  ]);
  const header = Buffer.concat([head, array]);
  return Buffer.concat([header, padded(8, header.length), body]);
}

function field(code, signature, value) {
  const type = shortString(signature);
  return Buffer.concat([
    Buffer.from([code]),
    type,
    signature === 'g' ? Buffer.alloc(0) : padded(4, 1 + type.length),
    value,
  ]);
}

function string(text) {
  return Buffer.concat([word(Buffer.byteLength(text)), Buffer.from(`${text}\0`)]);
}

function shortString(text) {
  return Buffer.concat([Buffer.from([text.length]), Buffer.from(`${text}\0`)]);
}

function word(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function padded(to, length) {
  return Buffer.alloc((to - (length % to)) % to);
}
