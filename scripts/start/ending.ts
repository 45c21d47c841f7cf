import type { Supervisor } from './supervise.ts'

/** npm passes on the Ctrl-C that the terminal sends to both, so a second one so soon is the same press. */
const ECHO_MS = 700

/** What ends a start, once. */
export interface Ending {
  /** stops everything in order and leaves the process with this code; a second call changes nothing */
  end: (code: number) => Promise<void>
  /** the first signal ends in order, a later one kills */
  onSignal: () => void
  hasBegun: () => boolean
}

/** `before` stops what is no part, `release` gives the data folder back. */
export function createEnding(
  supervisor: Supervisor,
  before: () => void,
  release: () => Promise<void>,
  say: (line: string) => void,
): Ending {
  let ended: Promise<void> | undefined
  let firstSignalAt = 0

  async function stopAll(code: number): Promise<void> {
    before()
    await supervisor.stop()
    await release()
    process.exit(code)
  }

  const end = (code: number): Promise<void> => {
    ended ??= stopAll(code)
    return ended
  }

  return {
    end,
    hasBegun: () => ended !== undefined,
    onSignal: () => {
      if (ended === undefined) {
        firstSignalAt = Date.now()
        say('正在停止，再按一次强行结束 / stopping, once more forces it ...')
        void end(0)
      } else if (Date.now() - firstSignalAt > ECHO_MS) {
        supervisor.kill()
        process.exit(130)
      }
    },
  }
}
