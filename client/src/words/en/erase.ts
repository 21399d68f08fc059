/** Removing a note for good; on phones and for facilitators. */
export default {
  open: 'Remove for good …',
  openAll: 'Remove them for good …',
  title: 'Remove these words for good?',
  lead: 'They go from every phone and from everything that is stored. Nobody can bring them back.',
  go: 'Remove for good',
  wait: 'One moment, the note is still being saved …',
};
