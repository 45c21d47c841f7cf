/** Points of a line through percentages, left to right, in a box; months without a rate are left out. */
export function trendPoints(
  percents: readonly (number | null)[],
  width: number,
  height: number,
): readonly { readonly x: number; readonly y: number }[] {
  const step = percents.length > 1 ? width / (percents.length - 1) : 0
  return percents.flatMap((percent, index) =>
    percent === null ? [] : [{ x: round(index * step), y: round(height - (Math.max(0, Math.min(100, percent)) / 100) * height) }],
  )
}

/** Depth of colour of a cell from 0 (nothing overdue) to 4 (more than half): how much of what is open is overdue. */
export function heatOf(open: number, overdue: number): 0 | 1 | 2 | 3 | 4 {
  if (open === 0 || overdue === 0) return 0
  const share = overdue / open
  if (share <= 0.1) return 1
  if (share <= 0.25) return 2
  return share <= 0.5 ? 3 : 4
}

/** Width of a bar in hundredths of the longest one; what is there at all stays visible. */
export function barWidth(count: number, longest: number): number {
  if (count === 0 || longest === 0) return 0
  return Math.max(2, Math.round((count / longest) * 100))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
