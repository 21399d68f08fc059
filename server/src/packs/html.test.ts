import { outlineOfTeam, type TeamPack } from '@tablecloth/shared/harvest';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { packHtml } from './html.ts';
import { PACK_STYLE_HASH } from './style.ts';

const evil = '</p><script>alert(1)</script><img src=x onerror="a()">\'&amp;\n=1+1 \u202Eevil\u0007';

function pack(text: string): TeamPack {
  const note = { kind: 'note', text, by: text, addedLater: [{ text, by: text }] };
  const page = { table: 1, round: 1, team: text, topic: text, cards: [note], addedLater: [note] };
  return {
    tablecloth: 2,
    cafe: { title: text, organisation: text, heldAt: null },
    team: { id: 'a', name: text, topic: text, question: text, table: 1, place: text },
    homeQuestion: text,
    parts: (['next step', 'told', 'brought back'] as const).map((part) => ({
      part,
      pages: [page],
    })),
    isNamed: true,
    removed: 2,
  };
}

describe('a printed pack', () => {
  it('keeps whatever was written as text', () => {
    const tags = (html: string) => html.match(/<\/?[a-z!][^>]*>/giu);
    const html = packHtml(outlineOfTeam(pack(evil)));
    expect(tags(html)).toEqual(tags(packHtml(outlineOfTeam(pack('plain')))));
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('&#39;&amp;amp;\n=1+1 \u202Eevil');
    expect(html).not.toContain('\u0007');
  });

  it('needs nothing else and runs nothing', () => {
    const html = packHtml(outlineOfTeam(pack('plain')));
    expect(html).not.toMatch(
      /<(script|link|img|iframe|base|form)|\s(src|href|style|on\w+)=|url\(/u,
    );
    const style = /<style>([\s\S]*)<\/style>/u.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(PACK_STYLE_HASH).toBe(`'sha256-${hash}'`);
  });

  it('has a language, landmarks and headings in order', () => {
    const html = packHtml(outlineOfTeam(pack('plain')));
    expect(html).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">/u);
    for (const landmark of ['<header>', '<main>', '<footer>']) expect(html).toContain(landmark);
    expect(html.match(/<h\d/gu)).toEqual(['<h1', '<h2', '<h2', '<h3', '<h2', '<h3']);
  });
});
