import type { Request, Response } from 'express';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** A good step below the best, which takes many times as long. */
const QUALITY = 5;

/**
 * Answers with JSON, packed for whoever can unpack it. Only for what holds no secret: how small an
 * answer becomes tells something about its words.
 */
export async function sendPacked(request: Request, response: Response, body: unknown) {
  const plain = Buffer.from(JSON.stringify(body));
  response.type('json').set('Vary', 'Accept-Encoding');
  if (request.acceptsEncodings('br') !== false) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY };
    response.set('Content-Encoding', 'br').send(await promisify(brotliCompress)(plain, { params }));
  } else if (request.acceptsEncodings('gzip') !== false) {
    response.set('Content-Encoding', 'gzip').send(await promisify(gzip)(plain));
  } else {
    response.send(plain);
  }
}
