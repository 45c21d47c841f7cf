/** One line of a difference: kept, taken away or added; numbers count from 1 in the old and the new text. */
export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
  readonly oldLine: number | null
  readonly newLine: number | null
}

/** The lines of two texts side by side, by their longest common sequence; beginning and end that are the same are not searched. */
export function lineDiff(before: string, after: string): readonly DiffLine[] {
  const [a, b] = [before.split('\n'), after.split('\n')]
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1
  const lines: DiffLine[] = []
  const same = (i: number, j: number): void => {
    lines.push({ kind: 'same', text: a[i] ?? '', oldLine: i + 1, newLine: j + 1 })
  }
  for (let i = 0; i < head; i += 1) same(i, i)
  lines.push(...between(a.slice(head, a.length - tail), b.slice(head, b.length - tail), head))
  for (let i = tail; i > 0; i -= 1) same(a.length - i, b.length - i)
  return lines
}

function between(a: readonly string[], b: readonly string[], offset: number): readonly DiffLine[] {
  const width = b.length + 1
  const lengths = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const lines: DiffLine[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ kind: 'same', text: a[i] ?? '', oldLine: offset + i + 1, newLine: offset + j + 1 })
      i += 1
      j += 1
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ kind: 'removed', text: a[i] ?? '', oldLine: offset + i + 1, newLine: null })
      i += 1
    } else {
      lines.push({ kind: 'added', text: b[j] ?? '', oldLine: null, newLine: offset + j + 1 })
      j += 1
    }
  }
  return lines
}

/** The changed lines with so many kept ones around each; null stands for a gap. */
export function aroundChanges(lines: readonly DiffLine[], around: number): readonly (DiffLine | null)[] {
  const near = lines.map((_, index) => lines.slice(Math.max(0, index - around), index + around + 1).some((line) => line.kind !== 'same'))
  return lines.flatMap((line, index) => {
    if (near[index] === true) return [line]
    return index === 0 || near[index - 1] === true ? [null] : []
  })
}
