import request from 'supertest'
import { createApp } from '../../api/app.ts'
import { anApiOffice, type ApiOffice, THURSDAY_10 } from './office.ts'
import type { Name } from './people.ts'

const HOUR = 3_600_000
export const DAY = 24 * HOUR
/** Thursday 12 March 2026, 10:00 in the office. */
export const A_WEEK_LATER = THURSDAY_10 + 7 * DAY

export interface FiguresOffice {
  readonly office: ApiOffice
  /** Numbers of the appeals, by what happens to them. */
  readonly numbers: Readonly<Record<string, string>>
  /** Asks an API that keeps no answers. */
  get(who: Name, path: string): Promise<request.Response>
  /** As the office's post, and throws where it is refused. */
  press(who: Name, path: string, body?: object): Promise<void>
}

/**
 * One week of a small office. `unseen` nobody signs for; `held` the clerk claims after an hour; `returned` is signed for a day late,
 * accepted, and returned by the schooling window, so that reception has it again, unsigned; `explained` is closed the same day and
 * rated; `withdrawn` at once; `extended` is accepted, its limit is extended, and a supervisor closes it on the 25th.
 */
export async function aFiguresOffice(): Promise<FiguresOffice> {
  const office = await anApiOffice()
  const app = createApp({ ...office.deps, kept: (_key, _ms, make) => make() })
  const tokens = new Map<Name, string>()
  const numbers: Record<string, string> = {}
  const press = async (who: Name, path: string, body: object = {}): Promise<void> => {
    const answer = await office.post(who, path, body)
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.body.title}`)
  }
  for (const who of ['lake', 'port', 'province', 'auditor', 'clerk'] as const) tokens.set(who, (await office.tokenOf(who)) ?? '')
  const ids: Record<string, string> = {}
  for (const name of ['unseen', 'held', 'returned', 'explained', 'withdrawn', 'extended']) {
    const appeal = await office.file('ada')
    ids[name] = appeal.id
    numbers[name] = appeal.number
  }
  const task = (name: string, n: number): string => `/api/tasks/${ids[name]}-t${n}`
  office.clock.now = THURSDAY_10 + HOUR
  await press('ada', `/api/appeals/${numbers['withdrawn']}/withdrawal`)
  await press('clerk', `${task('held', 1)}/claim`)
  await press('clerk', `${task('explained', 1)}/completion`, { version: 1, outcome: 'explain', reply: 'It is so.' })
  await press('ada', `/api/appeals/${numbers['explained']}/rating`, { score: 3 })
  await press('clerk', `${task('extended', 1)}/completion`, { version: 1, outcome: 'accept' })
  office.clock.now = THURSDAY_10 + DAY
  await press('clerk', `${task('returned', 1)}/completion`, { version: 1, outcome: 'accept' })
  await press('schooling', `${task('returned', 2)}/return`, { version: 1, reason: 'not-our-duty', note: 'n' })
  await press('schooling', `${task('extended', 2)}/claim`)
  await press('schooling', `${task('extended', 2)}/extension-request`, { version: 3, amount: 5, reason: 'complex-matter', note: 'n' })
  await press('lake', `${task('held', 1)}/order`, { order: 'supervise', note: 'hurry' })
  await press('lake', `${task('unseen', 1)}/order`, { order: 'urge', note: 'look at it' })
  office.clock.now = A_WEEK_LATER
  return {
    office,
    numbers,
    press,
    get: async (who, path) =>
      request(app)
        .get(path)
        .set('Authorization', `Bearer ${tokens.get(who) ?? ''}`)
        .set('Accept-Language', 'en'),
  }
}
