export type Concerned = (key: readonly unknown[]) => boolean

export interface RefresherDeps {
  /** Reads anew what is on the page of these keys. */
  readonly refresh: (concerned: Concerned) => void
  /** Whether one of these is being read at this moment. */
  readonly isReading: (concerned: Concerned) => boolean
  readonly later: (ms: number, run: () => void) => void
}

export interface Refresher {
  ask(concerned: Concerned): void
}

/** What comes in quick succession is read once, so soon after the first. */
const GATHERED_MS = 150

/** Reads anew what news concern, seldom enough that an answer arrives before the next question. */
export function createRefresher({ refresh, isReading, later }: RefresherDeps): Refresher {
  let asked: Concerned[] = []
  function run(): void {
    const these = asked
    const concerned: Concerned = (key) => these.some((each) => each(key))
    if (isReading(concerned)) {
      later(GATHERED_MS, run)
      return
    }
    asked = []
    refresh(concerned)
  }
  return {
    ask(concerned) {
      asked.push(concerned)
      if (asked.length === 1) later(GATHERED_MS, run)
    },
  }
}
