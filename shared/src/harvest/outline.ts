/**
 * A pack as people read it, before it becomes Markdown, plain text or a printed page: all of them are
 * written from this, so they say the same. Every text is as somebody typed it; escaping is the
 * writer's.
 */
import {
  FEEDBACK,
  firstName,
  homeRound,
  meanMark,
  namesInPacks,
  questionOfTable,
  teamAt,
  type Tally,
} from '../cafe/index.ts';
import { NEXT_STEP_KINDS, nextStepFirst } from '../notes/index.ts';
import { packAll, type NameOf, type PackCard, type PackPage, type Signed } from './pack-page.ts';
import { ownOfRounds, type PartName, type TeamPack } from './team-pack.ts';
import type { WholeCafe } from './whole-cafe.ts';
import { words as english, type HarvestWords } from './words.ts';

export interface Outline {
  lang: string;
  dir: 'ltr' | 'rtl';
  title: string;
  /** Which café, who invited. */
  subtitle: string;
  facts: Labelled[];
  sections: Section[];
  footer: string[];
  /** Its sections are a few lines each, so that many may stand on a page. */
  isBrief: boolean;
  /** Whether cards may say who wrote them. */
  isNamed: boolean;
  words: HarvestWords;
}

export interface Labelled {
  label: string;
  text: string;
}

export interface Section {
  heading: string;
  facts: Labelled[];
  groups: Group[];
  /** Said where there is no group, or no note in any. */
  empty: string;
}

export interface Group {
  /** Empty where the section's heading says it all. */
  heading: string;
  cards: PackCard[];
  addedLater: PackCard[];
}

export function outlineOfTeam(pack: TeamPack, words: HarvestWords = english): Outline {
  const { team, cafe } = pack;
  return framed(pack, words, {
    title: team.name,
    subtitle: joined(cafe.title, cafe.organisation),
    facts: said([
      [words.labels.table, joined(String(team.table), team.place)],
      [words.labels.topic, team.topic],
      [words.labels.story, team.story ?? ''],
      [words.labels.question, team.question],
      ...roundLines(pack.roundQuestions ?? [], words),
    ]),
    sections: pack.parts.map(({ part, pages }) => ({
      heading: partHeading(part, words),
      facts: part === 'next step' ? said([[words.labels.question, pack.homeQuestion]]) : [],
      groups: pages.map((page) => ({
        heading: pageHeading(part, page, words),
        cards: part === 'next step' ? nextStepFirst(page.cards) : page.cards,
        addedLater: page.addedLater,
      })),
      empty: part === 'next step' ? words.noNextStep : words.nothingWritten,
    })),
  });
}

/** The notes of all tables; like a pack it says a name only where the café chose so, unlike the JSON. */
export function outlineOfCafe(whole: WholeCafe, words: HarvestWords = english): Outline {
  const { definition } = whole;
  const home = homeRound(definition.programme);
  const isNamed = namesInPacks(whole);
  const nameOf = namesOf(whole, isNamed);
  let removed = 0;
  const sections = definition.tables.map((table): Section => {
    const team = teamAt(definition, table.id);
    const groups = whole.pages
      .filter((page) => page.table === table.id)
      .flatMap((page): Group[] => {
        const packed = packAll(page, nameOf);
        removed += packed.removed;
        const { addedLater } = packed;
        const isHome = page.round === home;
        const cards = isHome ? nextStepFirst(packed.cards) : packed.cards;
        const heading = isHome ? words.homeRound : words.round(page.round);
        return cards.length + addedLater.length > 0 ? [{ heading, cards, addedLater }] : [];
      });
    return {
      heading: joined(words.table(table.number), team?.name ?? ''),
      facts: said([
        [words.labels.topic, team?.topic ?? ''],
        [words.labels.story, team?.story ?? ''],
        [words.labels.question, questionOfTable(definition, table.id)],
      ]),
      groups,
      empty: words.nothingWritten,
    };
  });
  return framed({ isNamed, removed }, words, {
    title: words.heard,
    subtitle: joined(definition.title, definition.organisation),
    facts: said([
      [words.labels.question, definition.question],
      ...roundLines(ownOfRounds(definition.programme), words),
      [words.labels.homeQuestion, home === null ? '' : definition.homeQuestion],
      ...feedbackLines(whole.feedback, words),
    ]),
    sections,
  });
}

/**
 * What the teams have agreed to: every team's next step with who and by when, and nothing else of what
 * was written. Tables that are nobody's stand there only with a next step of their own.
 */
export function outlineOfNextSteps(whole: WholeCafe, words: HarvestWords = english): Outline {
  const { definition } = whole;
  const home = homeRound(definition.programme);
  const isNamed = namesInPacks(whole);
  const nameOf = namesOf(whole, isNamed);
  const isStep = ({ kind }: PackCard): boolean =>
    (NEXT_STEP_KINDS as readonly string[]).includes(kind);
  const sections = definition.tables.flatMap((table): Section[] => {
    const team = teamAt(definition, table.id);
    const groups = whole.pages
      .filter((page) => page.table === table.id && page.round === home)
      .map((page): Group => {
        const { cards, addedLater } = packAll(page, nameOf);
        const steps = nextStepFirst(cards.filter(isStep));
        return { heading: '', cards: steps, addedLater: addedLater.filter(isStep) };
      });
    const section: Section = {
      heading: joined(words.table(table.number), team?.name ?? ''),
      facts: said([[words.labels.topic, team?.topic ?? '']]),
      groups,
      empty: words.noNextStep,
    };
    return team === null && isEmpty(section) ? [] : [section];
  });
  return framed({ isNamed, removed: 0 }, words, {
    title: words.nextSteps,
    subtitle: joined(definition.title, definition.organisation),
    facts: said([[words.labels.question, home === null ? '' : definition.homeQuestion]]),
    sections,
    isBrief: true,
  });
}

function namesOf({ people }: WholeCafe, isNamed: boolean): NameOf {
  const known = people.filter(({ name }) => name !== english.nameForgotten);
  const names = new Map(known.map(({ id, name }) => [id, firstName(name)]));
  return (person) => (isNamed && person !== null ? (names.get(person) ?? null) : null);
}

function roundLines(
  asked: readonly { round: number; question: string }[],
  words: HarvestWords,
): [string, string][] {
  return asked.map(({ round, question }) => [words.questionOfRound(round), question]);
}

/** A question and its mean mark; nothing where nobody answered it. */
function feedbackLines(tally: Tally, words: HarvestWords): [string, string][] {
  return FEEDBACK.map((question) => {
    const counts = tally[question];
    const mean = meanMark(counts);
    const people = counts.reduce((sum, count) => sum + count, 0);
    return [words.feedback[question], mean === null ? '' : words.mean(mean, people)];
  });
}

/** What a card is, such as "Who"; empty for most. */
export function labelOf(card: PackCard, { kinds, picked }: HarvestWords): string {
  const { kind, passedOn = false, panel = 'none' } = card;
  return kind === 'who' || kind === 'when' ? kinds[kind] : picked(passedOn, panel);
}

/** What stands before a card's words, such as "Who:"; empty before most. */
export function cardLabel(card: PackCard, words: HarvestWords): string {
  const label = labelOf(card, words);
  return label === '' ? '' : words.colon(label);
}

/** What was written, with the name behind it where there is one. */
export function signedText({ text, by }: Signed, words: HarvestWords): string {
  return by === undefined ? text.trim() : `${text.trim()} ${words.by(by)}`;
}

/** Whether nothing was written in this section. */
export function isEmpty({ groups }: Section): boolean {
  return groups.every(({ cards, addedLater }) => cards.length + addedLater.length === 0);
}

function partHeading(part: PartName, words: HarvestWords): string {
  switch (part) {
    case 'next step':
      return words.nextStep;
    case 'told':
      return words.told;
    case 'brought back':
      return words.brought;
  }
}

function pageHeading(part: PartName, page: PackPage, words: HarvestWords): string {
  switch (part) {
    case 'next step':
      return '';
    case 'told':
      return words.round(page.round);
    case 'brought back':
      return joined(words.table(page.table), page.team, words.round(page.round));
  }
}

/** What is said around the notes of every pack, whatever is in it. */
function framed(
  { isNamed, removed }: Pick<TeamPack, 'isNamed' | 'removed'>,
  words: HarvestWords,
  inside: Pick<Outline, 'title' | 'subtitle' | 'facts' | 'sections'> & { isBrief?: true },
): Outline {
  const ofNames = isNamed ? words.withNames : words.withoutNames;
  const footer = removed === 0 ? [ofNames] : [words.removed(removed), ofNames];
  return { isBrief: false, lang: words.lang, dir: words.dir, ...inside, footer, isNamed, words };
}

function said(pairs: readonly (readonly [string, string])[]): Labelled[] {
  return pairs.flatMap(([label, text]) => (text === '' ? [] : [{ label, text }]));
}

function joined(...texts: string[]): string {
  return texts.filter((text) => text !== '').join(' · ');
}
