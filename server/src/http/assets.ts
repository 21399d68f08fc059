import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** One file of the built client, as it goes over the wire. */
export interface Asset {
  type: string;
  etag: string;
  /** Its name carries a hash of its content, so it never changes. */
  isHashed: boolean;
  plain: Uint8Array;
  /** Null where compressing does not pay or is not done yet. */
  br: Uint8Array | null;
  gzip: Uint8Array | null;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const COMPRESSED = new Set(['.html', '.js', '.css', '.json', '.webmanifest', '.svg', '.txt']);
const WORTH_BYTES = 512;

/**
 * The built client in memory, by path (`/assets/phone-1a2b.js`). It is small and read once, so
 * nothing a request names ever reaches the file system; what is text is compressed once, as well as it can be.
 */
export function loadAssets(directory: string): ReadonlyMap<string, Asset> {
  const assets = new Map<string, Asset>();
  if (!existsSync(directory)) return assets;
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(directory, file).split(sep).join('/')}`;
    const plain = readFileSync(file);
    const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
    const isHashed = path.startsWith('/assets/');
    const asset: Asset = { type, etag, isHashed, plain, br: null, gzip: null };
    assets.set(path, asset);
    if (COMPRESSED.has(extname(entry.name)) && plain.length >= WORTH_BYTES) void compress(asset);
  }
  return assets;
}

// In the background: until it is done, the file is sent as it is.
async function compress(asset: Asset): Promise<void> {
  const { BROTLI_PARAM_QUALITY, BROTLI_MAX_QUALITY } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: BROTLI_MAX_QUALITY };
  asset.br = await promisify(brotliCompress)(asset.plain, { params });
  asset.gzip = await promisify(gzip)(asset.plain, { level: 9 });
}
