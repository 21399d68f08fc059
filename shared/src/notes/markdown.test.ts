import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card } from './card.ts';
import { cardsToMarkdown, cardsToText, escapeLine } from './markdown.ts';

function card(text: string, removed = false): Card {
  return { id: 'x', kind: 'note', text, order: 0, removed };
}

describe('cards as Markdown', () => {
  it('are list items that keep their lines', () => {
    expect(
      cardsToMarkdown([card('One\ntwo\r\n\n three'), card('gone', true), card(' \n')]),
    ).toEqual(['- One\\', '  two', '', '  three']);
  });

  it('stay text, whatever is written in them', () => {
    const lines: Record<string, string> = {
      '# Heading': '\\# Heading',
      '- item': '\\- item',
      '+ item': '\\+ item',
      '3. third': '3\\. third',
      '3) third': '3\\) third',
      '===': '\\===',
      '> said': '\\> said',
      '[a](http://b.c)': '\\[a\\](http\\://b.c)',
      'see https://b.c': 'see https\\://b.c',
      'www.b.c': 'www\\.b.c',
      'a@b.c': 'a\\@b.c',
      '<script>alert(1)</script>': '\\<script\\>alert(1)\\</script\\>',
      '&lt;': '\\&lt;',
      '**bold** _it_ ~~no~~ `code`': '\\*\\*bold\\*\\* \\_it\\_ \\~\\~no\\~\\~ \\`code\\`',
      '| a | b |': '\\| a \\| b \\|',
      '![x](y)': '!\\[x\\](y)',
      'C:\\temp\\': 'C:\\\\temp\\\\',
      '    code': 'code',
      "Don't wait - 5.5 weeks (or 6)!": "Don't wait - 5.5 weeks (or 6)!",
    };
    for (const [text, line] of Object.entries(lines)) expect(escapeLine(text)).toBe(line);
  });

  it('hold no mark that is not escaped, and no line that is not theirs', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const line of cardsToMarkdown([card(text)])) {
          expect(line).toMatch(/^(- |  |$)/);
          const bare = line
            .slice(2)
            .replace(/\\[^a-z\d\s]/gi, 'x')
            .replace(/\\$/, '');
          expect(bare).not.toMatch(
            /[\\`*_[\]<>&|~$@]|^[-+=#]|^\d+[.)]|:\/\/|[\p{Cc}\u2028\u2029]/u,
          );
        }
      }),
      // Marks among marks: what is escaped still stands there.
      { examples: [['_'], ['_-'], [':_//']] },
    );
  });
});

describe('cards as plain text', () => {
  it('keep their words as they are', () => {
    expect(cardsToText([card('*One*\n two\u0007'), card('gone', true), card('Three')])).toEqual([
      '- *One*',
      '  two',
      '- Three',
    ]);
  });
});
