import { z } from 'zod'
import type { CaseStart } from '../../domain/case/state.ts'
import { answer } from '../route.ts'
import { nothing, reference } from '../schemas/input.ts'

/** What every reading of one appeal has in common: who may ask at all, by which name, and that it is written down who read it. */
export const READS_APPEAL = {
  method: 'get',
  allow: ['expert', 'liaison', 'clerk', 'window-lead', 'department-head', 'station-supervisor', 'province-supervisor', 'auditor'],
  audit: 'personal',
  key: 'none',
  params: z.strictObject({ number: reference }),
  body: nothing,
} as const

/** The answer to such a reading, with the appeal it was about for the read audit. */
export function appealRead<B>(start: CaseStart, body: B) {
  return answer(200, body, { reads: [{ kind: 'appeal', id: start.caseId }] })
}
