/** The lines that two texts do not share, as `diff -u` marks them, with the shared ones between. */

/** Lines of one text; beyond it everything counts as changed, since the table of the comparison grows with the square. */
const MAX_LINES = 3_000;

export function lineDiff(before: readonly string[], after: readonly string[]): string[] {
  const shared = before.length > MAX_LINES || after.length > MAX_LINES ? [] : longestShared(before, after);
  const lines: string[] = [];
  let left = 0;
  let right = 0;
  const upTo = (leftEnd: number, rightEnd: number) => {
    while (left < leftEnd) lines.push(`-${before[left++]}`);
    while (right < rightEnd) lines.push(`+${after[right++]}`);
  };
  for (const [inBefore, inAfter] of shared) {
    upTo(inBefore, inAfter);
    lines.push(` ${before[inBefore]}`);
    left++;
    right++;
  }
  upTo(before.length, after.length);
  return lines;
}

/** Pairs of indexes of the longest common subsequence. */
function longestShared(before: readonly string[], after: readonly string[]): [number, number][] {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      lengths[i * width + j] = before[i] === after[j] ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (before[i] === after[j]) pairs.push([i++, j++]);
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return pairs;
}
