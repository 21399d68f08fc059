import {
  cardLabel,
  isEmpty,
  type Group,
  type Labelled,
  type Outline,
} from '@tablecloth/shared/harvest';
import type { PackCard, Signed } from '@tablecloth/shared/harvest';
import { DOT } from '@tablecloth/shared/line';
import { PACK_STYLE } from './style.ts';

/**
 * An outline as one HTML page that needs nothing else: no script, no font, no image, its style within.
 * Prints on A4 and reads on a phone, light and dark. `day` is when the café was held. Everything anybody wrote is escaped, and each
 * piece finds its own direction.
 */
export function packHtml(outline: Outline, day = ''): string {
  const { words } = outline;
  return `<!doctype html>
<html lang="${escape(outline.lang)}" dir="${outline.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escape(outline.title)} · ${escape(outline.subtitle)}</title>
<style>${PACK_STYLE}</style>
</head>
<body>
<header>
<p class="cafe" dir="auto">${inLine(outline.subtitle)}</p>
${day === '' ? '' : `<p class="cafe">${escape(day)}</p>\n`}<h1 dir="auto">${escape(outline.title)}</h1>
${facts(outline.facts)}</header>
<main${outline.isBrief ? ' class="brief"' : ''}>
${outline.sections.map(section).join('')}</main>
<footer>
${outline.footer.map((line) => `<p>${escape(line)}</p>\n`).join('')}</footer>
</body>
</html>
`;

  function section(one: Outline['sections'][number], index: number): string {
    const id = `part-${String(index + 1)}`;
    const body = isEmpty(one) ? nothing(one.empty) : one.groups.map(group).join('');
    return `<section aria-labelledby="${id}">
<div>
<h2 id="${id}" dir="auto">${inLine(one.heading)}</h2>
${facts(one.facts)}</div>
<div>
${body}</div>
</section>
`;
  }

  function group({ heading, cards, addedLater }: Group): string {
    const title = heading === '' ? '' : `<h3 dir="auto">${inLine(heading)}</h3>\n`;
    const body = cards.length + addedLater.length === 0 ? nothing(words.nothingWritten) : '';
    const later =
      addedLater.length === 0
        ? ''
        : `<p class="later">${escape(words.addedLater)}</p>\n${list(addedLater)}`;
    return title + body + list(cards) + later;
  }

  function list(cards: readonly PackCard[]): string {
    if (cards.length === 0) return '';
    return `<ul>\n${cards.map(item).join('')}</ul>\n`;
  }

  function item(card: PackCard): string {
    const label = cardLabel(card, words);
    const before = label === '' ? '' : `<span class="label">${escape(label)}</span> `;
    const answer =
      card.answer === undefined
        ? ''
        : `<p class="addition"><span class="later">${escape(words.colon(words.answer))}</span> ` +
          `<bdi>${escape(card.answer)}</bdi></p>`;
    const later = card.addedLater.map(
      (piece) =>
        `<p class="addition"><span class="later">${escape(words.colon(words.addedLater))}</span> ` +
        `<bdi>${escape(piece.text.trim())}</bdi>${by(piece)}</p>`,
    );
    return `<li><p class="note" dir="auto">${before}${escape(card.text.trim())}${by(card)}</p>${answer}${later.join('')}</li>\n`;
  }

  function by({ by: name }: Signed): string {
    if (name === undefined) return '';
    return ` <span class="later"><bdi>${escape(words.by(name))}</bdi></span>`;
  }

  function facts(pairs: readonly Labelled[]): string {
    if (pairs.length === 0) return '';
    const rows = pairs.map(
      ({ label, text }) =>
        `<div><dt>${escape(label)}</dt><dd dir="auto">${inLine(text)}</dd></div>\n`,
    );
    return `<dl>\n${rows.join('')}</dl>\n`;
  }

  function nothing(sentence: string): string {
    return `<p class="nothing">${escape(sentence)}</p>\n`;
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an element or a quoted attribute; control characters that HTML forbids become spaces. */
function escape(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, ' ').replace(/[&<>"']/gu, (sign) => entities[sign] ?? '');
}

/** Parts of a line, "Table 5 · Willow Ward", which may break. */
function inLine(text: string): string {
  return escape(text).replaceAll(' · ', DOT);
}
