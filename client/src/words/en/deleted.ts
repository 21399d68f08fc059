/** On a phone whose café is deleted, and how one goes on. */
export default {
  title: 'This café has been deleted.',
  on: (day: string) =>
    `Everything written in it was deleted on ${day}. None of it is left on the server.`,
  leave: 'Go to the start page',
};
