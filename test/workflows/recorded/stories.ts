import { createHash } from 'node:crypto'
import { nextWake } from '../../../domain/case/index.ts'
import type { ServiceItem } from '../../../domain/routing/item.ts'
import { anAppeal, beijing, EXPERT, type Filing } from '../../case/builders.ts'
import { Office } from '../../case/office.ts'
import { take } from './acts.ts'
import { HAPPENINGS } from './happenings.ts'
import { told, walksOf } from './ways.ts'

/** A Monday; the months after it have the Qingming and the May holidays with their make-up days. */
export const FILED_AT = beijing('2026-03-02 09:00')
/** By then every appeal has ended or has nothing more that is due. */
export const TOLD_UNTIL = beijing('2026-12-31 09:00')

/** One appeal about an item, told to the pure core from its filing until it ends or nothing more is due. */
export interface Story {
  readonly name: string
  readonly office: Office
}

/** Every story of an item: the walks that take all its outcomes, and each happening that it may meet. */
export function storiesOf(item: ServiceItem): readonly Story[] {
  const walks = walksOf(item).map(({ filing, ways }) =>
    story(item, `${ways.map(({ stage, outcome }) => `${stage} ${outcome}`).join(', ')} (${filed(filing)})`, filing, (office) => {
      for (const way of ways) {
        if (office.lead.stage !== way.stage) throw new Error(`${item.code}: ${told(way)}, but the appeal is at ${office.lead.stage}`)
        take(office, way)
      }
    }),
  )
  const happenings = Object.entries(HAPPENINGS)
    .filter(([, happening]) => happening.may(item))
    .map(([name, { filing, tell }]) => story(item, name, filing?.(item) ?? { item }, tell))
  const stories = [...walks, ...happenings]
  const names = new Set(stories.map(({ name }) => name))
  if (names.size < stories.length) throw new Error(`two stories of ${item.code} have one name`)
  return stories
}

/** 'tier B, schoolStage primary, hukou local' */
function filed({ tier, facts }: Filing): string {
  return [`tier ${tier}`, ...Object.entries(facts ?? {}).map(([code, value]) => `${code} ${value}`)].join(', ')
}

function story(item: ServiceItem, name: string, filing: Filing, tell: (office: Office) => void): Story {
  const office = new Office({ ...anAppeal(filing), caseId: idOf(`${item.code} ${name}`) }, () => undefined)
  office.give(FILED_AT, EXPERT, 'FileAppeal', {})
  tell(office)
  office.until(TOLD_UNTIL)
  if (nextWake(office.state) !== null) throw new Error(`${item.code}, ${name}: something is still due after ${TOLD_UNTIL}`)
  return { name, office }
}

/** A case id that is the same at every recording. */
function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}
