/** One setting of a run: so many actors at once, so many cases a block. */
export interface Setting {
  readonly actors: number
  readonly cases: number
}

export interface Plan {
  readonly settings: readonly Setting[]
  /** how often the three ways take turns in each setting, so that the load of the machine meets them alike */
  readonly turns: number
}

/** Cases of each way before anything is measured: code is compiled, connections are open, plans are known. */
export const WARM_UP: Setting = { actors: 8, cases: 16 }

const WHOLE: Plan = {
  settings: [
    { actors: 1, cases: 12 },
    { actors: 8, cases: 48 },
    { actors: 32, cases: 128 },
  ],
  turns: 3,
}
const QUICK: Plan = {
  settings: [
    { actors: 1, cases: 6 },
    { actors: 8, cases: 24 },
    { actors: 32, cases: 64 },
  ],
  turns: 1,
}

export function planOf(quick: boolean): Plan {
  return quick ? QUICK : WHOLE
}
