import type { Text } from '../../../domain/text.ts'
import type { AppealDetail, Contacts, EventLine, ExplainedClock } from '../../http/shapes/appeal.ts'
import type { PageRequest } from '../page.ts'

/** Everything one matter is shown from. */
export interface Matter {
  readonly appeal: AppealDetail
  readonly events: readonly EventLine[]
  readonly clocks: readonly ExplainedClock[]
  readonly contacts: Contacts
  readonly mails: readonly SentMail[]
  /** It was filed a moment ago. */
  readonly isNew: boolean
}

/** A mail about the matter to its expert. */
export interface SentMail {
  readonly id: string
  readonly at: string
  readonly name: Text
  /** Where its delivery stands, in plain words. */
  readonly text: Text
}

export async function loadMatter({ ask, url }: PageRequest): Promise<Matter> {
  const { pathname, searchParams } = new URL(url, 'http://site')
  const path = `/api/appeals/${pathname.split('/')[3] ?? ''}`
  const [appeal, { events }, { clocks }, contacts, { mails }] = await Promise.all([
    ask<AppealDetail>(path),
    ask<{ events: readonly EventLine[] }>(`${path}/events`),
    ask<{ clocks: readonly ExplainedClock[] }>(`${path}/deadlines`),
    ask<Contacts>(`${path}/contacts`),
    ask<{ mails: readonly SentMail[] }>(`${path}/mails`),
  ])
  return { appeal, events, clocks, contacts, mails, isNew: searchParams.has('filed') }
}
