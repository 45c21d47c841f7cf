import { describe, expect, it } from '@jest/globals'
import type { Outcome } from '../../web/http/shapes/task.ts'
import { bodyOf, orderActions, shownFields } from '../../web/staff/commands/body.ts'
import { effectOf, outcomeEffect } from '../../web/staff/commands/effect.ts'
import { COMMANDS, specOf } from '../../web/staff/commands/table.ts'
import { CASE_COMMANDS, TASK_COMMANDS } from '../../api/commands/table.ts'
import { BODIES } from '../../api/commands/bodies.ts'

function anOutcome(code: string, kind: 'stage' | 'close' | 'ask-expert', needsOfficeInCharge = false): Outcome {
  return { code, name: { zh: code, en: code }, needsOfficeInCharge, leadsTo: { kind, zh: '进入“办理”', en: 'on to "handling"' } }
}
const anAction = (kind: string): { kind: string; name: { zh: string; en: string }; href: string } => ({
  kind,
  name: { zh: `名${kind}`, en: kind },
  href: `/api/tasks/t/${kind}`,
})

describe('the forms of the commands', () => {
  it('exist for every command the API offers, and ask for nothing its body does not know', () => {
    expect(Object.keys(COMMANDS).sort()).toEqual([...Object.keys(TASK_COMMANDS), ...Object.keys(CASE_COMMANDS)].sort())
    for (const [kind, spec] of Object.entries(COMMANDS)) {
      const known = Object.keys(BODIES[kind as keyof typeof BODIES].shape)
      expect([kind, spec.fields.map((field) => field.name).filter((name) => !known.includes(name))]).toEqual([kind, []])
    }
  })

  it('ask for all that the API demands, but the version and what the case knows itself', () => {
    for (const [kind, spec] of Object.entries(COMMANDS)) {
      const { shape } = BODIES[kind as keyof typeof BODIES]
      const demanded = Object.entries(shape).filter(([name, schema]) => name !== 'version' && !schema.safeParse(undefined).success)
      expect([
        kind,
        demanded.map(([name]) => name).filter((name) => !spec.fields.some((field) => field.name === name && field.required)),
      ]).toEqual([kind, []])
    }
  })

  it('leave out what is empty, and send figures and yes or no as such', () => {
    const { fields } = COMMANDS.RequestExtension
    expect(bodyOf(fields, { amount: 3, reason: 'complex-matter', note: '  ' })).toEqual({ amount: 3, reason: 'complex-matter' })
    expect(bodyOf(COMMANDS.DecideExtension.fields, { granted: 'no', note: ' because ' })).toEqual({ granted: false, note: 'because' })
    expect(bodyOf(COMMANDS.IssueDeficiencyNotice.fields, { materials: [], other: 1 })).toEqual({})
  })

  it('ask for the office in charge only where the outcome needs it', () => {
    const outcomes = [anOutcome('accept', 'stage'), anOutcome('reject', 'close', true)]
    const names = (outcome: string): unknown => shownFields(COMMANDS.CompleteTask, { outcome }, outcomes).map((field) => field.name)
    expect(names('accept')).toEqual(['outcome', 'reply', 'note'])
    expect(names('reject')).toEqual(['outcome', 'officeInCharge', 'reply', 'note'])
  })
})

describe('the buttons', () => {
  it('have one main thing: claiming before completing, completing before the rest', () => {
    const order = (...kinds: string[]): unknown => {
      const { main, others } = orderActions(kinds.map(anAction))
      return [main?.kind ?? null, others.map((action) => action.kind)]
    }
    expect(order('SignTask', 'CompleteTask', 'ClaimTask')).toEqual(['ClaimTask', ['SignTask', 'CompleteTask']])
    expect(order('ReturnTask', 'CompleteTask')).toEqual(['CompleteTask', ['ReturnTask']])
    expect(order('CommentOnTask')).toEqual([null, ['CommentOnTask']])
  })

  it('are named by what they bring about', () => {
    const complete = anAction('CompleteTask')
    expect(effectOf(complete, [anOutcome('a', 'close')], 'zh')).toBe('办结并通知专家')
    expect(effectOf(complete, [anOutcome('a', 'stage')], 'en')).toBe('Complete and go on')
    expect(effectOf(complete, [anOutcome('a', 'stage'), anOutcome('b', 'close')], 'zh')).toBe('办理：转下一环节或办结')
    expect(outcomeEffect(anOutcome('a', 'stage'), 'zh')).toBe('办理，进入“办理”')
    expect(outcomeEffect(anOutcome('a', 'close'), 'en')).toBe('Close and tell the expert')
  })

  it('of a command this build does not know say its name', () => {
    expect(effectOf(anAction('NewCommand'), [], 'zh')).toBe('名NewCommand')
    expect(specOf('toString')).toBeNull()
  })
})
