/** What all pages say, also a phone that has just been pointed at the QR code. */
export default {
  product: 'Tablecloth',
  table: (number: number) => `Table ${String(number)}`,
  tryAgain: 'Try again',
};
