/** On a phone whose café is deleted, and how one goes on. */
export default {
  on: (day: string) =>
    `This café and everything written in it were deleted on ${day}. None of it is left on the server.`,
  leave: 'Go to the start page',
};
