/** `kafka-consumer-groups --validate-regex`: whether a broker would take a subscription by this pattern. Asks no broker. */

/** One sentence, as Kafka prints it; a pattern that is not valid is an answer, and no failure of the tool. */
export async function regexVerdict(pattern: string): Promise<string> {
  // Loaded here, since nothing else in the tools needs it.
  const { RE2JS, RE2JSSyntaxException } = await import('re2js');
  try {
    RE2JS.compile(pattern);
    return `The regular expression \`${pattern}\` is valid.`;
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error;
    return `The regular expression \`${pattern}\` is invalid: ${error.getDescription()}.`;
  }
}
