/** Tasks, or numbers of appeals, that changed a moment ago, for lists that show it, and changes that a list holds back. */

/** How long a row is shown as changed. */
export const SHOWN_MS = 4_000

type Listener = () => void

export interface RecentChanges {
  /** Ids of tasks, or numbers of appeals of which no task changed. */
  note(tasks: readonly string[]): void
  /** The same set until it changes. */
  recent(): ReadonlySet<string>
  /** While somebody picks rows, the list stays as it is, and tells how many changes wait. */
  hold(isHolding: boolean): void
  isHeld(): boolean
  holdBack(): void
  heldBack(): number
  /** What waited is shown now. */
  shown(): void
  subscribe(listener: Listener): () => void
}

export function createRecentChanges(later: (ms: number, run: () => void) => void): RecentChanges {
  const listeners = new Set<Listener>()
  const times = new Map<string, number>()
  let set: ReadonlySet<string> = new Set()
  let isHolding = false
  let waiting = 0
  const changed = (): void => {
    set = new Set(times.keys())
    for (const listener of listeners) listener()
  }
  return {
    note(tasks) {
      if (tasks.length === 0) return
      for (const task of tasks) times.set(task, (times.get(task) ?? 0) + 1)
      changed()
      later(SHOWN_MS, () => {
        for (const task of tasks) {
          const left = (times.get(task) ?? 1) - 1
          if (left === 0) times.delete(task)
          else times.set(task, left)
        }
        changed()
      })
    },
    recent: () => set,
    hold(next) {
      isHolding = next
      if (!next) waiting = 0
      changed()
    },
    isHeld: () => isHolding,
    holdBack() {
      waiting += 1
      changed()
    },
    heldBack: () => waiting,
    shown() {
      waiting = 0
      changed()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
