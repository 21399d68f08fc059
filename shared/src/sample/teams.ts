/** The teams of the sample café: each hosts the table of its number. All of it is fictional. */
export interface SampleTeam {
  name: string;
  topic: string;
  /** Empty: not written yet, so the café's question shows. */
  question: string;
  /** Where its table stands in the room. */
  place: string;
}

export const teams: readonly SampleTeam[] = [
  {
    name: 'Riverside Early Psychosis',
    topic: 'Health checks for people who avoid clinics',
    question: 'Where do people already feel welcome that we could go to?',
    place: 'by the entrance',
  },
  {
    name: 'Northside Talking Therapies',
    topic: 'Somali and Bangladeshi men starting therapy',
    question: 'Who would men listen to before they listen to us?',
    place: 'by the entrance',
  },
  {
    name: 'Harbour Perinatal Team',
    topic: 'An interpreter from the first contact',
    question: 'What would make booking one easier than doing without?',
    place: 'by the welcome desk',
  },
  {
    name: 'Willow Ward',
    topic: 'Familiar food and faith on an older people’s ward',
    question: 'What small change made you feel at home somewhere strange?',
    place: 'by the welcome desk',
  },
  {
    name: 'Bridge Learning Disability Team',
    topic: 'Annual health checks with easy-read letters',
    question: 'What does a letter need so that you would act on it?',
    place: 'by the ramp, step-free',
  },
  {
    name: 'Children’s Speech and Language East',
    topic: 'Waits for families who speak little English',
    question: 'How can a family wait well, and not be forgotten?',
    place: 'by the windows',
  },
  {
    name: 'Doorway Homeless Health',
    topic: 'A GP without an address',
    question: 'How do we stop asking for papers nobody has?',
    place: 'by the windows',
  },
  {
    name: 'Crisis Line 24',
    topic: 'Deaf callers in a crisis',
    question: 'What must happen in the first minute of a text call?',
    place: 'by the windows, good light',
  },
  {
    name: 'Lantern Eating Disorders',
    topic: 'Boys and men who are seen too late',
    question: 'Where are the boys, and who notices first?',
    place: 'by the windows',
  },
  {
    name: 'Westmoor Community Nursing',
    topic: 'Leg ulcers heal slower in poorer streets',
    question: 'What can a nurse change about money and housing?',
    place: 'in the middle of the room',
  },
  {
    name: 'School Link',
    topic: 'Black pupils excluded while they wait for us',
    question: 'How do schools, families and we share one plan?',
    place: 'in the middle of the room',
  },
  {
    name: 'Autism Assessment Hub',
    topic: 'Women diagnosed in their forties',
    question: 'What did we miss when they came the first time?',
    place: 'in the quiet corner',
  },
  {
    name: 'Cedar Ward',
    topic: 'Fewer restraints of Black men',
    question: 'What would staff need so that they can wait one more minute?',
    place: 'in the middle of the room',
  },
  {
    name: 'Stop Smoking Together',
    topic: 'Smoking and serious mental illness',
    question: 'How do we offer help without taking a comfort away?',
    place: 'by the garden door',
  },
  {
    name: 'Southgate Foot Clinic',
    topic: 'Shift workers who miss diabetic foot checks',
    question: 'What hour and place would work for a night shift?',
    place: 'by the garden door',
  },
  {
    name: 'Digital Front Door, for people with no phone, data or privacy',
    topic: 'Access without a smartphone',
    question: 'What must always work on paper or in person?',
    place: 'by the stage',
  },
  {
    name: 'Young Voices',
    topic: 'Paying and keeping under-25s as partners',
    question: 'What makes you come back a second time?',
    place: 'by the stage',
  },
  {
    name: 'Ashdown Memory Clinic',
    topic: 'South Asian carers and late diagnosis',
    question: 'What word could we use instead of dementia, and should we?',
    place: 'by the stage',
  },
  {
    name: 'Fair Ladder',
    topic: 'Nurses of colour from first to senior post',
    question: '',
    place: 'by the coffee',
  },
  {
    name: 'Improvement clinic (coaches)',
    topic: 'Bring a chart, an idea or a muddle',
    question: 'What would you try on Tuesday?',
    place: 'by the coffee',
  },
];
