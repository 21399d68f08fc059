/** Standard base64, which phones decode themselves: twenty times as fast here as in plain JavaScript. */
export function base64({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}
