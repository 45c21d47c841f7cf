/** Where progress is shown; a terminal has its line rewritten, anything else gets a line now and then. */
export interface ProgressOutput {
  readonly isTTY?: boolean
  write(text: string): unknown
}

export interface Progress {
  /** So many more are done. */
  add(count: number): void
  end(): void
}

const BAR = 24
/** Without a terminal a line is written each time so many parts of the whole are done. */
const PARTS = 4

/** A bar for a known number of things. */
export function createProgress(output: ProgressOutput, label: string, total: number): Progress {
  let done = 0
  let part = 0
  const line = (): string => {
    const full = Math.round((done / total) * BAR)
    return `${label} [${'#'.repeat(full)}${'.'.repeat(BAR - full)}] ${done}/${total}`
  }
  return {
    add(count) {
      done += count
      if (output.isTTY) output.write(`\r${line()}\u001b[K`)
      else if (Math.floor((done / total) * PARTS) > part) {
        part = Math.floor((done / total) * PARTS)
        output.write(`${line()}\n`)
      }
    },
    end() {
      if (output.isTTY) output.write('\n')
    },
  }
}
