import { describe, expect, it } from 'vitest';
import tokens from './tokens.css?raw';

type Theme = 'light' | 'dark';

/** A token's #rrggbb in a theme; a token without `light-dark()` is the same in both. */
function colour(name: string, theme: Theme): string {
  const value = new RegExp(`--${name}:\\s*([^;]+);`, 'u').exec(tokens)?.[1] ?? '';
  const [light, dark] = value.match(/#[0-9a-f]{6}\b/giu) ?? [];
  const found = theme === 'light' ? light : (dark ?? light);
  if (found === undefined) throw new Error(`--${name} has no colour`);
  return found;
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['paper', 'paper-raised', 'paper-sunk'];
const on = (inks: string[], papers: string[]) =>
  inks.flatMap((ink) => papers.map((paper): [string, string] => [ink, paper]));

const textPairs: [string, string][] = [
  ...on(['ink', 'ink-soft', 'cloth', 'madder', 'ochre', 'moss'], grounds),
  ...on(['ink', 'ink-soft', 'cloth', 'cloth-strong'], ['cloth-wash']),
  ...on(['on-cloth'], ['cloth', 'cloth-strong']),
  ['on-strip', 'strip'],
  ...on(['ink', 'madder'], ['madder-wash']),
  ...on(['ink', 'ochre'], ['ochre-wash']),
  ...[1, 2, 3, 4, 5, 6].map((n): [string, string] => [`on-mark-${n}`, `mark-${n}`]),
  ['qr-dark', 'qr-light'],
];

const edgePairs = on(['line-strong', 'mark-contour', 'stitch', 'ochre'], grounds);

describe.each<Theme>(['light', 'dark'])('in the %s theme', (theme) => {
  it.each(textPairs)('%s is readable on %s (4.5:1)', (ink, paper) => {
    expect(contrast(colour(ink, theme), colour(paper, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(edgePairs)('%s stands out on %s (3:1)', (edge, paper) => {
    expect(contrast(colour(edge, theme), colour(paper, theme))).toBeGreaterThanOrEqual(3);
  });
});
