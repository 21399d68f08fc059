import { cardsToText } from '../notes/index.ts';
import {
  cardLabel,
  isEmpty,
  signedText,
  type Group,
  type Labelled,
  type Outline,
} from './outline.ts';
import { oneLine } from './one-line.ts';
import type { PackCard } from './pack-page.ts';

/** An outline as plain text for mails and messages, ending with a line end; `day` is when the café was held. */
export function writeText(outline: Outline, day = ''): string {
  const { words } = outline;
  const blocks: string[][] = [
    [outline.title, outline.subtitle, day].filter((line) => line !== '').map(oneLine),
    facts(outline.facts),
  ];
  for (const section of outline.sections) {
    const title = oneLine(section.heading);
    blocks.push([title, '='.repeat(Math.min(72, title.length))], facts(section.facts));
    if (isEmpty(section)) blocks.push([section.empty]);
    else for (const group of section.groups) blocks.push(...groupBlocks(group));
  }
  blocks.push(outline.footer);
  const written = blocks.filter((block) => block.length > 0);
  return `${written.map((block) => block.join('\n')).join('\n\n')}\n`;

  function groupBlocks({ heading, cards, addedLater }: Group): string[][] {
    const body =
      cards.length + addedLater.length === 0 ? [words.nothingWritten] : cards.flatMap(item);
    const blocks = [[...(heading === '' ? [] : [oneLine(heading)]), ...body]];
    if (addedLater.length > 0) {
      blocks.push([words.colon(words.addedLater), ...addedLater.flatMap(item)]);
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

  function facts(pairs: readonly Labelled[]): string[] {
    return pairs.map(({ label, text }) => `${words.colon(label)} ${oneLine(text)}`);
  }
}

function list(text: string): string[] {
  return cardsToText([{ id: '', kind: 'note', text, order: 0, removed: false }]);
}
