/** What a device says that lies on a table for everybody there. */
export default {
  lies: 'Or is this a tablet or phone for the whole table?',
  stays: (table: number) => `This device stays at table ${String(table)}`,
  nextVoice: 'Next voice',
  whose: 'Whose note is this?',
  nobodys: 'No name',
  isOf: (name: string) => `Note of ${name}`,
  takeAway: 'Take this device away …',
  title: (table: number) => `Take this device from table ${String(table)}?`,
  lead: 'What is saved stays with the table. To bring a device back, scan the table’s card.',
  unsaved: 'Some notes are not saved yet. Wait until they are.',
  take: 'Take it away',
};
