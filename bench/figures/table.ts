/** Lines of cells as lines of text, the columns in `left` to the left and the others to the right. */
export function table(lines: readonly (readonly string[])[], left: readonly number[]): readonly string[] {
  const columns = Math.max(0, ...lines.map((line) => line.length))
  const widths = Array.from({ length: columns }, (_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)))
  const cellOf = (cell: string, at: number): string => (left.includes(at) ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))
  return lines.map((line) => `  ${line.map(cellOf).join('  ')}`)
}
