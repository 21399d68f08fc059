/** Every limit of the café and its wire, with its unit in its name. */
export const LIMITS = {
  // the café
  tablesMax: 400,
  /** In a café’s own file: those that were taken away with notes on them stand there too, closed. */
  tablesInFileMax: 800,
  tableNumberMax: 9_999,
  teamsMax: 400,
  peopleMax: 2_000,
  stepsMax: 80,
  roundsMax: 20,
  beatsMax: 6,
  stepMinutesMax: 600,
  extendMinutesMax: 60,
  paceMax: 60,
  chairsMax: 40,
  /** Chairs that are pulled up when somebody sits at a full table. */
  extraChairs: 2,
  keepDaysMax: 365,
  /** The latest opening, in ms since 1970: the year 2100. */
  opensAtMax: 4_102_444_800_000,
  /** So long after the close a team may correct and complete its notes. */
  correctDays: 7,
  /** A café nobody opens is kept so long after its day, or after it was last touched. */
  unopenedKeepDays: 365,
  /** How long links of a deleted café still open its receipt. */
  receiptKeepDays: 365,
  /** With fewer programme minutes left in a round a late comer gets the next round's seat. */
  lateSeatMinutes: 5,
  /** What minutes are won back from keeps at least these programme minutes. */
  breakMinutesMin: 10,
  talkMinutesMin: 10,
  /** and of panel and home round this share. */
  talkKeptShare: 2 / 3,
  thanksMinutesMin: 5,
  /** and the running step these to come. */
  leftMinutesMin: 1,
  /** A Back to a step that had run out gives at least this many programme minutes. */
  backMinutesMin: 1,
  /** A deadline missed by more real time than this is not rung by itself. */
  bellLateMsMax: 60_000,
  /** How long facilitators are asked, in real time, before it rings all the same. */
  bellAskMs: 60_000,
  /** Devices that may lie on one table. */
  tablePhonesPerTableMax: 2,
  /** Cards of a table that the next group is shown. */
  passOnMax: 3,
  /** How long it is shown to them at the start of their round, programme minutes. */
  passOnMinutes: 1,
  panelQuestionsPerPageMax: 12,
  /** One or two sentences that answer a question after the day. */
  answerCharsMax: 600,
  /** A question on the big screen is cut after a word at this length: longer ones would be too small. */
  shownQuestionCharsMax: 236,
  /** Lines of the facilitators' activity list. */
  activityMax: 60,
  /** People who arrive or change tables by themselves, one after the other, have a line each up to here; more are one together. */
  alikeLinesMax: 2,
  // text
  idCharsMax: 64,
  nameCharsMax: 60,
  /** A name as it comes, with signs that nobody sees and that are left out of it. */
  typedNameCharsMax: 1_000,
  /** The place of a mistake in a message, told to whoever sent it. */
  mistakePathCharsMax: 80,
  titleCharsMax: 120,
  lineCharsMax: 200,
  questionCharsMax: 400,
  noticeCharsMax: 300,
  linkCharsMax: 500,
  // notes
  cardCharsMax: 4_000,
  /** With fewer letters left in a box its writer is told. */
  cardCharsLeftTold: 200,
  cardsPerPageMax: 400,
  pageBytesMax: 1_000_000,
  entryBytesMax: 32_768,
  // the wire
  socketMessageBytesMax: 65_536,
  httpJsonBytesMax: 4_000_000,
  /** A café's file: our own export of a large café with all its notes has to fit. */
  cafeJsonBytesMax: 32_000_000,
  /** How long facts are gathered before views are computed and sent. */
  viewBatchMs: 40,
  /** Chairs left are told no more often than this for each phone that hears them: 2,000 once a second. */
  chairsMsPerPhone: 0.5,
  /** How long note entries are gathered before they are committed and passed on. */
  noteTickMs: 30,
  /** The clock's timer never sleeps longer: a suspended laptop is noticed within this time. */
  clockSleepMsMax: 1_000,
  heartbeatIntervalMs: 10_000,
  heartbeatTimeoutMs: 8_000,
  /** Messages a session may send at once, and how many it regains a second. */
  messageBurst: 240,
  messagesPerSecond: 40,
  /** A wrong code is answered this much later. */
  wrongCodeDelayMs: 700,
  /** Sessions one person or one facilitator link may hold. */
  sessionsPerPersonMax: 8,
  openPagesPerSocketMax: 12,
  /** A connection for which more waits to be sent gets its next page when less does, */
  unsentBytesToAnswer: 262_144,
  /** is cut when that takes longer, in real time, */
  unsentMsMax: 60_000,
  /** or when this much has come together: several times the views of the fullest room. */
  unsentBytesMax: 16_000_000,
} as const;
