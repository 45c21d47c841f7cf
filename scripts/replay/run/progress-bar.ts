const WIDTH = 30
const EVERY_MS = 250
/** Without a terminal a line each tenth of the way is enough. */
const STEPS = 10

export interface ProgressBar {
  stop(): void
}

/** Shows `done()` of `total` until it is stopped: one line redrawn on a terminal, else a line each tenth. */
export function startProgressBar(out: NodeJS.WriteStream, total: number, done: () => number, note: () => string): ProgressBar {
  let step = 0
  const draw = (): void => {
    const share = total === 0 ? 1 : done() / total
    const filled = Math.round(share * WIDTH)
    const line = `[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${String(Math.floor(share * 100)).padStart(3)}% ${note()}`
    if (out.isTTY) out.write(`\r${line}\u001b[K`)
    else if (Math.floor(share * STEPS) > step) {
      step = Math.floor(share * STEPS)
      out.write(`${line}\n`)
    }
  }
  const timer = setInterval(draw, EVERY_MS)
  return {
    stop() {
      clearInterval(timer)
      draw()
      if (out.isTTY) out.write('\n')
    },
  }
}
