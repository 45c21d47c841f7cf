/** A service item whose stages follow each other in one row, without co-handlers. */
export interface Route {
  /** code of the item; its file in `items/` has the same name */
  readonly item: string
  /** window of each stage for an expert of `STATION`, in order */
  readonly windows: readonly string[]
  readonly name: { readonly zh: string; readonly en: string }
}

/** The station that all experts of the bench belong to. */
export const STATION = 'dist-lake'
/** The outcome of every stage: on to the next, from the last to the end. */
export const OUTCOME = 'done'

/** The item whose only stage is due 24 hours, round the clock, after receipt. */
export const LIMIT_ITEM = 'bench-one-limit'
/** The item with four clocks in working days. */
export const REPROJECTION_ITEM = 'bench-working-days'

export const ROUTES: readonly Route[] = [
  {
    item: 'bench-three-windows',
    windows: ['dist-lake.general.reception', 'city-east.public-security.household', 'prov.general.coordination'],
    name: { zh: '三窗口', en: 'three windows' },
  },
  {
    item: 'bench-five-steps',
    windows: [
      'dist-lake.general.reception',
      'city-east.science.projects',
      'city-east.science.decision',
      'prov.science.projects',
      'prov.general.coordination',
    ],
    name: { zh: '五环节', en: 'five steps' },
  },
]
