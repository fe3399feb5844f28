/** Ends the program when its input closes: also when the test run that started it dies. */
export function endWithInput() {
  process.stdin.resume();
  process.stdin.once('end', () => process.exit(0));
  process.stdin.once('error', () => process.exit(0));
}
