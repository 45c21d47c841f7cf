import { readFileSync } from 'node:fs'
import type { ChangeRunDeps } from '../../activities/change/change-run.ts'
import { carryOut } from '../../activities/change/change-run.ts'
import type { CommandOutcome } from '../../activities/give-command.ts'
import type { Command } from '../../domain/case/command.ts'
import { isRefusal } from '../../domain/case/refusal.ts'
import { createChangeCaseStore } from '../../prisma/stores/change-case-store.ts'
import type { ApiOffice } from './office.ts'

const CN = readFileSync('catalog/calendars/cn.yaml', 'utf8')
const QINGMING = '{ zh: 清明节, en: Qingming, from: 2026-04-04, to: 2026-04-06 }'

/** The national calendar under a newer version with one more holiday, in 2026. */
export function withHoliday(version: string, day: string): string {
  const text = CN.replace('version: "2026.1"', `version: "${version}"`)
  return text.replace(QINGMING, `${QINGMING}\n      - { zh: 临时放假, en: Extra day off, from: ${day} }`)
}

/** What carries out runs of this office: its tables and an engine that decides and writes at once. */
export function runDeps(office: ApiOffice): ChangeRunDeps {
  return {
    tables: createChangeCaseStore(office.database),
    engine: { command: (caseId, command) => given(office, caseId, command) },
    caseNow: async () => office.clock.now,
    realNow: () => Date.now() + 3_600_000,
    pause: async () => {},
    warn: () => {},
  }
}

/** Carries a run out from wherever it stands. */
export function carry(deps: ChangeRunDeps, runId: string, stop: AbortSignal = new AbortController().signal): Promise<void> {
  return carryOut(deps, runId, stop)
}

async function given(office: ApiOffice, caseId: string, command: Command): Promise<CommandOutcome> {
  const answer = await office.gateway.command(caseId, command)
  if (!isRefusal(answer)) return { kind: 'applied', ...answer }
  return answer.refusal === 'case-ended' ? { kind: 'ended' } : { kind: 'refused', refusal: answer }
}

/** How many events of a type the log of an appeal has. */
export async function eventsOf(office: ApiOffice, number: string, type: string): Promise<number> {
  const { rows } = await office.sql.query<{ count: string }>(
    'select count(*) as count from case_event e join intake i on i.id = e.case_id where i.number = $1 and e.type = $2',
    [number, type],
  )
  return Number(rows[0]?.count)
}
