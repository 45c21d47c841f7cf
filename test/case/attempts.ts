import { expect } from '@jest/globals'
import type { CommandData, CommandKind } from '../../domain/case/command.ts'
import type { RefusalCode } from '../../domain/case/refusal.ts'
import type { Actor } from '../../domain/people/actor.ts'
import { beijing, clerkOf, EXPERT } from './builders.ts'
import { filed, type Office } from './office.ts'

const RECEPTION = clerkOf('dist-lake.general.reception')
const AT = '2026-03-03 10:00'

/** A command that was tried. */
export interface Attempt {
  readonly office: Office
  readonly at: string
  readonly refused: RefusalCode | null
}

/** What the office says to one command, and that the case is as it was. */
export function attempt<K extends CommandKind>(office: Office, actor: Actor, kind: K, data: CommandData[K], at = AT): Attempt {
  office.until(at)
  const before = office.state
  const refused = office.refusal(at, actor, kind, data)
  expect(office.state).toBe(before)
  return { office, at, refused }
}

export function plain(): Office {
  return filed()
}
export function claimed(): Office {
  const office = filed()
  office.give('2026-03-02 10:00', RECEPTION, 'ClaimTask', office.onLead)
  return office
}
export function waiting(): Office {
  const office = claimed()
  office.give('2026-03-02 11:00', RECEPTION, 'PauseTask', {
    ...office.onLead,
    reason: 'hearing',
    until: beijing('2026-03-06 17:30'),
    note: null,
  })
  return office
}
export function lacking(): Office {
  return filed({ materials: { kinship: 'missing' } })
}
export function accepted(): Office {
  return filed().complete('2026-03-02 10:00', 'accept')
}
export function coHandled(): Office {
  return filed({ facts: { schoolStage: 'primary', hukou: 'none' } }).complete('2026-03-02 10:00', 'accept')
}
export function closed(): Office {
  const office = filed()
  office.give('2026-03-02 10:00', EXPERT, 'WithdrawAppeal', { reason: null })
  return office
}
export function ended(): Office {
  return closed().until('2026-03-20 17:30')
}
export function asked(): Office {
  const office = accepted()
  office.give('2026-03-02 11:00', office.clerk, 'RequestExtension', { ...office.onLead, amount: 5, reason: 'force-majeure', note: null })
  return office
}

export const completion = { outcome: 'accept', reply: null, note: null, officeInCharge: null } as const
export const extension = { amount: 5, reason: 'complex-matter', note: null } as const
export const returning = { reason: 'wrong-place', note: null, evidence: null } as const
