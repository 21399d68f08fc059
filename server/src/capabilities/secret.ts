import { createHash, createHmac, randomBytes } from 'node:crypto';
import { v4 as uuid } from 'uuid';

/**
 * Secrets. A session's is random; a link's is derived from the server's key, so that the link can
 * be shown again although the store, like for every secret, holds only its hash.
 */

/** A new session secret: 192 random bits as 32 characters. */
export function newSecret(): string {
  return randomBytes(24).toString('base64url');
}

/** What a link opens, and how often it was renewed; a renewed link has another secret. */
export interface LinkName {
  cafe: string;
  role: 'join' | 'facilitate' | 'screen' | 'team';
  /** The team's id, or empty. */
  ref: string;
  generation: number;
}

/** A link's secret: 128 bits as 22 characters, short enough for a QR code readable across a room. */
export function linkSecret(key: Uint8Array, { cafe, role, ref, generation }: LinkName): string {
  return createHmac('sha256', key)
    .update(`${cafe}|${role}|${ref}|${String(generation)}`)
    .digest()
    .subarray(0, 16)
    .toString('base64url');
}

/**
 * A uuid for the words that one person added late to a card, the same each time. Without the key
 * nobody can tell from it who that was, nor whether two are of the same person.
 */
export function additionId(
  key: Uint8Array,
  { cafe, page, card, person }: { cafe: string; page: string; card: string; person: string },
): string {
  const bytes = createHmac('sha256', key).update(`added late|${cafe}|${page}|${card}|${person}`);
  return uuid({ random: bytes.digest().subarray(0, 16) });
}

/** What the store keeps of a secret. Secrets are long and random, so one plain hash suffices. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
