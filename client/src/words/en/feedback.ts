/** The three questions on how it was, for those who answer and for those who read the answers. */
export default {
  useful: 'How useful was this for your own work?',
  heard: 'How well could you say what you wanted to say?',
  easy: 'How easy was it to take part?',
};
