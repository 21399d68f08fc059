import { expect, it } from 'vitest';

const sheets = import.meta.glob<string>(['./*.css', '../**/*.svelte'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** From the query to the end of its last rule. */
const FOR_WHAT_HOVERS = /@media \(hover: hover\) \{[^]*?\}\s*\}/gu;

it('under a finger nothing stays hovered: every such rule is for what can hover', () => {
  const hovering = Object.values(sheets).filter((text) => text.includes(':hover'));
  expect(hovering.length).toBeGreaterThan(0);
  for (const text of hovering) expect(text.replace(FOR_WHAT_HOVERS, '')).not.toContain(':hover');
});
