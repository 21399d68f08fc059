import * as v from 'valibot';
import { About } from './about-body.ts';
import { FEEDBACK, MARK_MAX } from './feedback.ts';
import { LIMITS } from './limits.ts';
import { Check } from './preflight.ts';
import { StepBody } from './step-body.ts';
import { nameText, optionalText } from './text.ts';

const phase = v.pipe(v.number(), v.integer(), v.minValue(0));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.idCharsMax), v.regex(/^[\w-]+$/u));
const name = nameText(LIMITS.nameCharsMax);

/** A request to move the programme names the phase its sender saw. */
const Programme = v.variant('kind', [
  v.object({ kind: v.literal('next'), phase }),
  v.object({ kind: v.literal('ring'), phase }),
  v.object({ kind: v.literal('back'), phase }),
  v.object({ kind: v.literal('pause'), phase }),
  v.object({ kind: v.literal('resume'), phase }),
  v.object({ kind: v.literal('close'), phase }),
  /** Adds programme minutes to the running step; `endsAt` is the end its sender saw. */
  v.object({
    kind: v.literal('extend'),
    endsAt: v.number(),
    minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.extendMinutesMax)),
  }),
  /** Other minutes for steps to come, or for one that runs until a press. */
  v.object({
    kind: v.literal('timeSteps'),
    phase,
    /** The edition of the plan in which its sender saw these steps. */
    edition: phase,
    steps: v.pipe(
      v.array(
        v.object({
          index: phase,
          minutes: v.pipe(
            v.number(),
            v.integer(),
            v.minValue(1),
            v.maxValue(LIMITS.stepMinutesMax),
          ),
        }),
      ),
      v.maxLength(LIMITS.stepsMax),
    ),
  }),
  v.object({ kind: v.literal('undoTimes') }),
  /** Other steps from `from` on; rounds are numbered anew. */
  v.object({
    kind: v.literal('changePlan'),
    edition: phase,
    from: phase,
    /** How many they may be is a rule, with a sentence of its own. */
    steps: v.array(StepBody),
  }),
  v.object({ kind: v.literal('undoPlan') }),
]);

/** What facilitators do with people. */
const People = v.variant('kind', [
  v.object({
    kind: v.literal('addPerson'),
    /** A new id, made by the sender. */
    person: v.pipe(v.string(), v.uuid()),
    name,
    team: v.nullable(id),
    withoutPhone: v.boolean(),
  }),
  /** Marks a listed person as here, from the desk. */
  v.object({ kind: v.literal('checkIn'), person: id }),
  /** Somebody has gone home, is not here after all, or has said that they will not come. */
  v.object({ kind: v.literal('depart'), person: id }),
  /** Somebody who was not to come is expected after all. */
  v.object({ kind: v.literal('expect'), person: id }),
  /** Sits somebody at a table in the round that runs or comes next; `round`: as in `sit`. */
  v.object({
    kind: v.literal('move'),
    person: id,
    table: id,
    round: v.exactOptional(phase),
  }),
  /** Gives or takes a hosting place in a round. */
  v.object({
    kind: v.literal('host'),
    person: id,
    round: phase,
    table: v.nullable(id),
    /** Given in these rounds too, but for those in which this person hosts elsewhere. */
    alsoIn: v.exactOptional(v.pipe(v.array(phase), v.maxLength(LIMITS.roundsMax))),
  }),
  /** Where people pick their tables: seats whoever has none in the told round, which is `round`. */
  v.object({ kind: v.literal('seatRest'), round: phase }),
]);

/** The coming rounds anew, also when a table closes or opens. */
const Repair = v.variant('kind', [
  /** Does what was previewed; `preview` is the preview's id. */
  v.object({ kind: v.literal('applyRepair'), preview: v.pipe(v.string(), v.uuid()) }),
  v.object({ kind: v.literal('undoRepair') }),
  /** Nobody is sent there any more; `preview` is null where nobody is seated yet. */
  v.object({
    kind: v.literal('closeTable'),
    table: id,
    reason: optionalText(LIMITS.lineCharsMax),
    preview: v.nullable(v.pipe(v.string(), v.uuid())),
  }),
  v.object({
    kind: v.literal('openTable'),
    table: id,
    preview: v.nullable(v.pipe(v.string(), v.uuid())),
  }),
]);

/** What a facilitator did is given back; `fact`: its number in the activity list. */
const Undo = v.variant('kind', [
  v.object({ kind: v.literal('undo'), fact: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
]);

const preview = v.nullable(v.pipe(v.string(), v.uuid()));
const tableFields = {
  number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.tableNumberMax)),
  place: optionalText(LIMITS.lineCharsMax),
  chairs: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.chairsMax)),
};
const teamFields = { name: nameText(LIMITS.titleCharsMax), homeTable: id };
const addTeam = v.object({
  kind: v.literal('addTeam'),
  team: v.pipe(v.string(), v.uuid()),
  ...teamFields,
});
const nameTeam = v.object({ kind: v.literal('nameTeam'), team: id, ...teamFields });
/** What is changed of somebody; what is left out stays. */
export const personWish = {
  person: id,
  team: v.exactOptional(v.nullable(id)),
  withoutPhone: v.exactOptional(v.boolean()),
  fixedAt: v.exactOptional(v.nullable(id)),
  goesWith: v.exactOptional(v.nullable(id)),
};

/** People, tables and teams by hand; `preview` is null where nobody’s seats are planned anew. */
const ByHand = v.variant('kind', [
  v.object({
    kind: v.literal('changePerson'),
    ...personWish,
    name: v.exactOptional(name),
    preview,
  }),
  v.object({
    kind: v.literal('addTable'),
    /** A new id, made by the sender. */
    table: v.pipe(v.string(), v.uuid()),
    ...tableFields,
    preview,
  }),
  v.object({
    kind: v.literal('describeTable'),
    table: id,
    ...tableFields,
    /** In the same press: what else stands where the table is changed. */
    team: v.exactOptional(v.variant('kind', [addTeam, nameTeam])),
  }),
  addTeam,
  nameTeam,
  v.object({ kind: v.literal('removeTeam'), team: id }),
]);

/** Teams and people from a list, all at once. Ids are new and made by the sender. */
const TakeIn = v.variant('kind', [
  v.object({
    kind: v.literal('takeIn'),
    teams: v.pipe(
      v.array(
        v.object({
          id: v.pipe(v.string(), v.uuid()),
          name: nameText(LIMITS.titleCharsMax),
          topic: optionalText(LIMITS.lineCharsMax),
          question: optionalText(LIMITS.questionCharsMax),
          homeTable: id,
        }),
      ),
      v.maxLength(LIMITS.teamsMax),
    ),
    tables: v.pipe(
      v.array(
        v.object({
          id: v.pipe(v.string(), v.uuid()),
          number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.tableNumberMax)),
          place: optionalText(LIMITS.lineCharsMax),
          chairs: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.chairsMax)),
        }),
      ),
      v.maxLength(LIMITS.tablesMax),
    ),
    people: v.pipe(
      v.array(
        v.object({
          id: v.pipe(v.string(), v.uuid()),
          name,
          team: v.nullable(id),
          withoutPhone: v.boolean(),
          fixedAt: v.nullable(id),
          goesWith: v.nullable(id),
        }),
      ),
      v.maxLength(LIMITS.peopleMax),
    ),
    /** Of teams that are there: texts are put where there is none yet; empty ones, and no `chairs`, say nothing. */
    filled: v.exactOptional(
      v.pipe(
        v.array(
          v.object({
            team: id,
            topic: optionalText(LIMITS.lineCharsMax),
            question: optionalText(LIMITS.questionCharsMax),
            place: optionalText(LIMITS.lineCharsMax),
            chairs: v.exactOptional(tableFields.chairs),
          }),
        ),
        v.maxLength(LIMITS.teamsMax),
      ),
    ),
  }),
  /** Takes the last list back, as long as nobody of it has arrived. */
  v.object({ kind: v.literal('undoTakeIn') }),
]);

/** What the café and its tables ask, and what else is said about the café. */
const OfCafe = v.variant('kind', [
  v.object({ kind: v.literal('describeCafe'), about: About }),
  v.object({
    kind: v.literal('askAtTable'),
    table: id,
    question: optionalText(LIMITS.questionCharsMax),
    /** What its sender saw there; words that others have changed since are not written over. */
    was: v.exactOptional(optionalText(LIMITS.questionCharsMax)),
  }),
]);

const tells = {
  topic: v.exactOptional(optionalText(LIMITS.lineCharsMax)),
  story: v.exactOptional(optionalText(LIMITS.lineCharsMax)),
  question: v.exactOptional(optionalText(LIMITS.questionCharsMax)),
};

/** What a team says about itself; its own link may, and facilitators. */
const OfTeam = v.variant('kind', [
  v.object({
    kind: v.literal('describeTeam'),
    team: id,
    /** What is left out stays. */
    ...tells,
    /** What its sender saw there; words that others have changed since are not written over. */
    was: v.exactOptional(v.object(tells)),
  }),
  /** Rounds in which somebody of the team would rather host; none: the café may choose. */
  v.object({
    kind: v.literal('wishToHost'),
    person: id,
    rounds: v.pipe(
      v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.roundsMax))),
      v.maxLength(LIMITS.roundsMax),
    ),
  }),
]);

const cardRef = {
  page: v.pipe(v.string(), v.maxLength(80), v.regex(/^[\w-]+\.\d{1,3}$/u)),
  card: v.pipe(v.string(), v.uuid()),
};

/** Picks cards out: for the next group at the table, and for the panel. */
const Pick = v.variant('kind', [
  v.object({ kind: v.literal('passOn'), ...cardRef, isPicked: v.boolean() }),
  v.object({ kind: v.literal('askPanel'), ...cardRef, isAsked: v.boolean() }),
]);

/** What seats are to bring first, as long as there are none. */
const Seating = v.variant('kind', [
  v.object({ kind: v.literal('chooseSeating'), first: v.picklist(['tables', 'people']) }),
  /** Tables for everybody on the list: the first time or with what was planned kept, anew, or no more. */
  v.object({ kind: v.literal('planAhead'), how: v.picklist(['keep', 'anew', 'drop']) }),
]);

/** One seat of a plan ahead given by hand. */
const Ahead = v.variant('kind', [
  v.object({ kind: v.literal('moveAhead'), person: id, round: phase, table: id }),
]);

/** Names in the notes that teams take home, until the doors open. */
const Names = v.variant('kind', [
  v.object({ kind: v.literal('choosePackNames'), named: v.boolean() }),
]);

/** What facilitators do with the questions for the panel. */
const Panel = v.variant('kind', [
  v.object({ kind: v.literal('showQuestion'), question: v.nullable(v.object(cardRef)) }),
  v.object({ kind: v.literal('answerQuestion'), ...cardRef, isAnswered: v.boolean() }),
  v.object({ kind: v.literal('hideQuestion'), ...cardRef, isHidden: v.boolean() }),
]);

/** Before the doors: something was looked at, or has to be looked at again. */
const Preflight = v.variant('kind', [
  v.object({ kind: v.literal('check'), check: Check, isDone: v.boolean() }),
]);

/** What a device that lies on a table does. */
const TablePhone = v.variant('kind', [
  /** It stays there no longer; facilitators may say so too. */
  v.object({ kind: v.literal('takePhone'), phone: v.pipe(v.string(), v.uuid()) }),
  /** Whose note it is: the n-th of the people of the `table` slice, from 0, by their name there. */
  v.object({
    kind: v.literal('signCard'),
    ...cardRef,
    voice: v.nullable(v.object({ index: phase, name: optionalText(LIMITS.nameCharsMax) })),
  }),
]);

/** What people do for themselves: "Change", and how it was. */
const Own = v.variant('kind', [
  /** `round`: the one its sender sees; with it a tap that comes late is not taken for another round. */
  v.object({ kind: v.literal('sit'), table: id, round: v.exactOptional(phase) }),
  /** Where people pick their tables: any that has room. */
  v.object({ kind: v.literal('sitAnywhere'), round: v.exactOptional(phase) }),
  /** Hosting where one sits, in the told round. */
  v.object({ kind: v.literal('hostNow'), isHosting: v.boolean() }),
  /** To the n-th of the people of one's `table` slice, from 0, and by their name there. */
  v.object({
    kind: v.literal('handOver'),
    index: phase,
    name: optionalText(LIMITS.nameCharsMax),
  }),
  v.object({
    kind: v.literal('rate'),
    question: v.picklist(FEEDBACK),
    mark: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MARK_MAX)),
  }),
]);

/** Every command that may come over the wire; `allows` says from whom. */
export const WireCommand = v.variant('kind', [
  ...Programme.options,
  ...People.options,
  ...Repair.options,
  ...Undo.options,
  ...ByHand.options,
  ...TakeIn.options,
  ...OfCafe.options,
  ...OfTeam.options,
  ...Pick.options,
  ...Panel.options,
  ...Seating.options,
  ...Ahead.options,
  ...Names.options,
  ...Preflight.options,
  ...Own.options,
  ...TablePhone.options,
]);
export type WireCommand = v.InferOutput<typeof WireCommand>;

/** Commands that only the server itself gives, in the name of whoever asked for it. */
export type InnerCommand =
  | { kind: 'tick'; phase: number }
  /** A device stays at the table with this number; `phone` is a new id for it. */
  | { kind: 'layPhone'; phone: string; table: number }
  /** Once the words are gone from the store; `generation` is the page's since. */
  | { kind: 'eraseNote'; page: string; card: string | null; generation: number }
  /** Cards that were picked and do not stand on their page (any more) give up their places. */
  | { kind: 'freePlaces'; of: 'passOn' | 'askPanel' | 'signCard'; page: string; cards: string[] }
  /**
   * `person` is the id for a new person; `claim` answers the refusals 'same name' and 'on the list'.
   * `connected`: whose phones are; of several who may be meant it is one whose phone is not.
   */
  | {
      kind: 'join';
      person: string;
      name: string;
      team: string | null;
      claim: 'new' | 'same' | null;
      connected?: ReadonlySet<string>;
    };

export type Command = WireCommand | InnerCommand;

/** The command of one kind, or of several. */
export type CommandOf<K extends Command['kind']> = Extract<Command, { kind: K }>;
