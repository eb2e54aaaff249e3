/** What `--version` prints: the Kafka release that the tools follow, and our own. */
export const kafkaVersion = '4.4.0';
export const millraceVersion = '0.1.0';
export const versionText: string = `${kafkaVersion} (Millrace ${millraceVersion})`;
