import { cardsToMarkdown, escapeLine } from '../notes/index.ts';
import {
  cardLabel,
  isEmpty,
  signedText,
  type Group,
  type Labelled,
  type Outline,
} from './outline.ts';
import type { PackCard } from './pack-page.ts';
import { oneLine } from './one-line.ts';

/**
 * An outline as Markdown (CommonMark), ending with a line end. What people wrote stays text. `day` is when
 * the café was held.
 */
export function writeMarkdown(outline: Outline, day = ''): string {
  const { words } = outline;
  const blocks: string[][] = [[heading(1, outline.title)]];
  for (const line of [outline.subtitle, day]) if (line !== '') blocks.push([inline(line)]);
  blocks.push(facts(outline).map((line) => `- ${line}`));
  for (const section of outline.sections) {
    // Paragraphs: a list here would run together with the notes below it.
    blocks.push([heading(2, section.heading)], ...facts(section).map((line) => [line]));
    if (isEmpty(section)) blocks.push([`*${inline(section.empty)}*`]);
    else for (const group of section.groups) blocks.push(...writeGroup(group));
  }
  blocks.push(['---'], ...outline.footer.map((line) => [inline(line)]));
  const written = blocks.filter((block) => block.length > 0);
  return `${written.map((block) => block.join('\n')).join('\n\n')}\n`;

  function facts({ facts }: { facts: readonly Labelled[] }): string[] {
    return facts.map(({ label, text }) => `**${inline(words.colon(label))}** ${inline(text)}`);
  }

  function writeGroup(group: Group): string[][] {
    const blocks: string[][] = [];
    if (group.heading !== '') blocks.push([heading(3, group.heading)]);
    if (group.cards.length + group.addedLater.length === 0) {
      blocks.push([`*${inline(words.nothingWritten)}*`]);
    }
    blocks.push(group.cards.flatMap(item));
    if (group.addedLater.length > 0) {
      blocks.push([`*${inline(words.addedLater)}*`], group.addedLater.flatMap(item));
    }
    return blocks;
  }

  function item(card: PackCard): string[] {
    const label = cardLabel(card, words);
    const text = signedText(card, words);
    const beneath = [
      ...(card.answer === undefined ? [] : list(`${words.colon(words.answer)} ${card.answer}`)),
      ...card.addedLater.flatMap((piece) =>
        list(`${words.colon(words.addedLater)} ${signedText(piece, words)}`),
      ),
    ];
    return [
      ...list(label === '' ? text : `${label} ${text}`),
      ...beneath.map((line) => (line === '' ? '' : `  ${line}`)),
    ];
  }
}

function list(text: string): string[] {
  return cardsToMarkdown([{ id: '', kind: 'note', text, order: 0, removed: false }]);
}

function heading(level: number, text: string): string {
  // A run of # at the end of a heading would be taken for its closing.
  return `${'#'.repeat(level)} ${inline(text).replace(/#(?=#*$)/gu, '\\#')}`;
}

function inline(text: string): string {
  return escapeLine(oneLine(text));
}
