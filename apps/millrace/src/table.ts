/** Columns as Kafka's tools print them: padded on the right to a width. */

/** A text for one column, at least `width` wide. */
export function cell(value: string | number | null, width: number): string {
  return (value === null ? '-' : String(value)).padEnd(width);
}

/** The width of a column: its widest value, but at least `least`. */
export function columnWidth(values: readonly (string | number | null)[], least: number): number {
  return values.reduce<number>((widest, value) => Math.max(widest, value === null ? 1 : String(value).length), least);
}
