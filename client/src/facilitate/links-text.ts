import type { CafeView } from '@tablecloth/shared/cafe';
import type { Links } from '@tablecloth/shared/protocol';

/**
 * The team links for one mail, twice: as a table of two columns, and as plain lines (name, link, an
 * empty line between) for where no table can be pasted.
 */
export function teamLinks(
  teams: CafeView['teams'],
  links: Links['teams'],
  heads: readonly [team: string, link: string],
): { html: string; text: string } {
  const rows = links.map(({ team, link }): [string, string] => [
    teams.find(({ id }) => id === team)?.name ?? team,
    link,
  ]);
  const cells = (tag: string, words: readonly string[]) =>
    words.map((word) => `<${tag}>${word}</${tag}>`).join('');
  const lines = rows.map(
    ([name, link]) =>
      `<tr>${cells('td', [escaped(name), `<a href="${escaped(link)}">${escaped(link)}</a>`])}</tr>`,
  );
  return {
    html: `<table><tr>${cells('th', heads.map(escaped))}</tr>${lines.join('')}</table>`,
    text: rows.map((row) => row.join('\n')).join('\n\n'),
  };
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => `&#${String(sign.charCodeAt(0))};`);
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
