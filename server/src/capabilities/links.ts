import type { Cafe, CafeId, Team } from '@tablecloth/shared/cafe';
import type { Links } from '@tablecloth/shared/protocol';
import type { LinkGrant } from '../store/store.ts';
import { hashSecret, linkSecret, type LinkName } from './secret.ts';

/** A link's secret lies in the fragment: no server, proxy or log on the way sees it. */
function address(base: string, path: string, secret: string): string {
  return `${base}${path}#${secret}`;
}

function nameOf(cafe: CafeId, role: LinkName['role'], ref = ''): LinkName {
  return { cafe, role, ref, generation: 1 };
}

/** Every address of a café to give away. `base` is an origin without a trailing slash. */
export function linksOf(
  key: Uint8Array,
  { id, definition }: Cafe,
  code: string,
  base: string,
): Links {
  const secret = (role: LinkName['role'], ref?: string) => linkSecret(key, nameOf(id, role, ref));
  return {
    code,
    join: address(base, '/', secret('join')),
    facilitate: address(base, '/facilitate', secret('facilitate')),
    screen: address(base, '/screen', secret('screen')),
    teams: definition.teams.map((team) => ({
      team: team.id,
      link: address(base, '/team', secret('team', team.id)),
    })),
  };
}

/** What the store keeps so that these links open something. */
export function linkGrants(key: Uint8Array, { id, definition }: Cafe, now: number): LinkGrant[] {
  const row = (role: LinkName['role']): LinkGrant => linkGrant(key, id, role, null, now);
  return [
    row('join'),
    row('facilitate'),
    row('screen'),
    ...teamLinkGrants(key, id, definition.teams, now),
  ];
}

/** What the store keeps so that these teams' links open something. */
export function teamLinkGrants(
  key: Uint8Array,
  cafe: CafeId,
  teams: readonly Pick<Team, 'id'>[],
  now: number,
): LinkGrant[] {
  return teams.map((team) => linkGrant(key, cafe, 'team', team.id, now));
}

function linkGrant(
  key: Uint8Array,
  cafe: CafeId,
  role: LinkName['role'],
  team: string | null,
  createdAt: number,
): LinkGrant {
  const hash = hashSecret(linkSecret(key, nameOf(cafe, role, team ?? '')));
  return { hash, cafe, role, person: null, team, createdAt };
}
