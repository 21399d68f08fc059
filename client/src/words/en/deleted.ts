/** On a phone whose café is deleted. */
export default {
  on: (day: string) =>
    `This café and everything written in it were deleted on ${day}. Nothing of it is left on the server.`,
};
