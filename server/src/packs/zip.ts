/**
 * Files as one ZIP (PKWARE's APPNOTE 6.3.3: deflate, names in UTF-8; no encryption, no ZIP64). Node
 * has both the compression and the checksum, so nothing else is needed.
 */
import { setImmediate as othersFirst } from 'node:timers/promises';
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipFile {
  /** Folders by "/". */
  name: string;
  text: string;
}

const VERSION = 20;
const UTF8_NAMES = 0x0800;
const DEFLATE = 8;

/** `at` is the files' time, epoch ms, said in UTC. */
export async function zip(files: readonly ZipFile[], at: number): Promise<Buffer> {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    // Hundreds of files take a while; phones and the clock go on in between.
    await othersFirst();
    const plain = Buffer.from(file.text);
    const packed = deflateRawSync(plain);
    const name = Buffer.from(file.name);
    const common = commonFields(crc32(plain), packed.length, plain.length, name.length, at);
    const local = Buffer.concat([signature(0x04034b50), common, name]);
    directory.push(entry(common, offset, name));
    bodies.push(local, packed);
    offset += local.length + packed.length;
  }
  const index = Buffer.concat(directory);
  return Buffer.concat([...bodies, index, end(files.length, index.length, offset)]);
}

/** What a file's own header and its line in the directory have in common. */
function commonFields(
  crc: number,
  packed: number,
  plain: number,
  nameLength: number,
  at: number,
): Buffer {
  const fields = Buffer.alloc(26);
  const date = new Date(at);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(UTF8_NAMES, 2);
  fields.writeUInt16LE(DEFLATE, 4);
  fields.writeUInt16LE(
    (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1),
    6,
  );
  const year = Math.max(0, date.getUTCFullYear() - 1980);
  fields.writeUInt16LE((year << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate(), 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(packed, 14);
  fields.writeUInt32LE(plain, 18);
  fields.writeUInt16LE(nameLength, 22);
  return fields;
}

function entry(common: Buffer, offset: number, name: Buffer): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  const madeBy = Buffer.alloc(2);
  madeBy.writeUInt16LE(VERSION);
  return Buffer.concat([signature(0x02014b50), madeBy, common, rest, name]);
}

function end(count: number, indexBytes: number, indexAt: number): Buffer {
  const fields = Buffer.alloc(18);
  fields.writeUInt16LE(count, 4);
  fields.writeUInt16LE(count, 6);
  fields.writeUInt32LE(indexBytes, 8);
  fields.writeUInt32LE(indexAt, 12);
  return Buffer.concat([signature(0x06054b50), fields]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
