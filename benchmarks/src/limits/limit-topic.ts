/** The name in requests to the null broker, whose answers are made beforehand. */
export const LIMIT_TOPIC = 'limit';
