/** Patterns of topic names on the command line: a regular expression, or several separated by commas. */
import { ToolError } from './tool-error.js';

export function topicPattern(text: string): (name: string) => boolean {
  const expression = topicExpression(text);
  return (name) => expression.test(name);
}

/** Matches whole names. */
export function topicExpression(text: string): RegExp {
  const pattern = text.trim().replaceAll(',', '|').replaceAll(' ', '').replace(/^["']+/, '').replace(/["']+$/, '');
  try {
    return new RegExp(`^(?:${pattern})$`, 'u');
  } catch {
    throw new ToolError(`${text} is an invalid regex.`);
  }
}
