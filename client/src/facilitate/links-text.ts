import type { CafeView } from '@tablecloth/shared/cafe';
import type { Links } from '@tablecloth/shared/protocol';

/** The team links as plain lines for one mail: name, link, an empty line between. */
export function teamLinksText(teams: CafeView['teams'], links: Links['teams']): string {
  return links
    .map(({ team, link }) => `${teams.find(({ id }) => id === team)?.name ?? team}\n${link}`)
    .join('\n\n');
}

/** The address in the QR code of a table's card: it fills in the team that hosts there. */
export function tableLink(join: string, number: number): string {
  const address = new URL(join);
  address.pathname = `/t/${String(number)}`;
  return address.href;
}

/** A code as it is typed: eight letters stand 4-4. */
export function spacedCode(code: string): string {
  return code.length === 8 ? `${code.slice(0, 4)}-${code.slice(4)}` : code;
}
