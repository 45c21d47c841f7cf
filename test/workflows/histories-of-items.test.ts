import { beforeAll, describe, expect, it } from '@jest/globals'
import { PERMISSIONS } from '../../domain/people/permissions.ts'
import { AUDIENCE_OF } from '../../domain/case/audience.ts'
import type { CaseEvent } from '../../domain/case/event.ts'
import type { ServiceItem } from '../../domain/routing/item.ts'
import { catalog, itemOf } from '../case/builders.ts'
import { decidedOtherwise as otherwise, prefixOf, replayFaults, tasksOf } from './fixtures/replay.ts'
import { uncovered } from './recorded/coverage.ts'
import { decidedOtherwise, replayedOtherwise } from './recorded/decided-again.ts'
import { HAPPENINGS } from './recorded/happenings.ts'
import { isShown } from './recorded/happenings-kinds.ts'
import { recordItems } from './recorded/record.ts'
import { type RecordedItem, recordedItems, type Recording, writeRecordedItem } from './recorded/recording.ts'
import { storiesOf } from './recorded/stories.ts'

/** `RECORD_HISTORIES=<release> npm test -- test/workflows/histories-of-items` records all items anew for that release. */
const release = process.env['RECORD_HISTORIES']
const ITEMS = [...catalog.items.values()]
let recorded: readonly RecordedItem[]

beforeAll(async () => {
  if (release !== undefined) {
    for (const [item, recordings] of await recordItems(ITEMS)) await writeRecordedItem({ release, item, recordings })
  }
  recorded = await recordedItems()
}, 1_200_000)

function recordingsOf(item: string): readonly Recording[] {
  return recorded.filter((each) => each.item === item).flatMap(({ recordings }) => recordings)
}

function aRecording(item: string, name: string): Recording {
  const recording = recordingsOf(item).find((each) => each.name === name)
  if (!recording) throw new Error(`no recording "${name}" of ${item}`)
  return recording
}

describe('the stories from which histories are recorded', () => {
  it.each(ITEMS.map((item) => [item.code, item] as const))('show of %s what they are told for', (_, item) => {
    const stories = new Map(storiesOf(item).map(({ name, office }) => [name, office.events]))
    const told = Object.entries(HAPPENINGS).filter(([, happening]) => happening.may(item))
    expect(told.filter(([name, { shows }]) => !isShown(stories.get(name) ?? [], shows(item))).map(([name]) => name)).toEqual([])
  })
})

describe('the recorded histories of the service items', () => {
  it.each(ITEMS.map((item) => [item.code, item] as const))(
    'show every outcome of %s, and everything that may happen to it',
    (code, item) => {
      expect(uncovered(item, recordingsOf(code))).toEqual([])
    },
  )

  it('show every kind of command and every type of event', () => {
    const steps = recorded.flatMap(({ recordings }) => recordings.flatMap((recording) => recording.steps))
    const kinds = new Set<string>(steps.map(({ command }) => command.kind))
    const types = new Set<string>(steps.flatMap(({ events }) => events.map(({ type }) => type)))
    const missing = [
      ...Object.keys(PERMISSIONS).filter((kind) => !kinds.has(kind)),
      ...Object.keys(AUDIENCE_OF).filter((type) => !types.has(type)),
    ]
    expect(missing.map((name) => `no recorded history shows ${name}: tell it in test/workflows/recorded/happenings*.ts`)).toEqual([])
  })

  it('are called for where an item has an outcome that no history shows', () => {
    const item = itemOf('child-schooling')
    const outcome = { code: 'lottery', name: { zh: '摇号', en: 'Lottery' }, accepts: false, needsOfficeInCharge: false }
    const changed: ServiceItem = {
      ...item,
      stages: item.stages.map((stage) =>
        stage.code === 'matching'
          ? { ...stage, outcomes: [...stage.outcomes, { ...outcome, leadsTo: [{ target: { kind: 'stage', stage: 'coordination' } }] }] }
          : stage,
      ),
    }
    expect(uncovered(changed, recordingsOf('child-schooling'))).toEqual([
      'child-schooling: no recorded history shows that at stage matching: lottery leads to coordination',
    ])
  })

  it('are called for where a happening has none', () => {
    const without = recordingsOf('funding').filter(({ name }) => name !== 'an extension refused')
    expect(uncovered(itemOf('funding'), without)).toEqual(['funding: no recorded history shows "an extension refused"'])
  })
})

describe('the rules of today', () => {
  it('decide every recorded command as it was decided', () => {
    const sentences = recorded.flatMap(({ recordings }) => recordings.flatMap((recording) => decidedOtherwise(recording) ?? []))
    expect(sentences).toEqual([])
  })

  it('are told by item, stage, outcome and event where they decide one otherwise', () => {
    const recording = aRecording('child-schooling', 'reopened')
    const steps = recording.steps.map(({ command, events }) => ({
      command,
      events: command.kind === 'CompleteTask' ? swapped(events) : events,
    }))
    const sentence = decidedOtherwise({ ...recording, steps }) ?? ''
    expect(sentence).toMatch(
      /^child-schooling at stage reception, outcome explain \(recorded: reopened\): event \d+ was .*"ClockStopped".* and is now .*"TaskSigned"/,
    )
    expect(sentence).toContain('This would alter running cases: keep the old decision for them')
  })

  it('replay every recorded history, and as many of them again while the appeal was still open', async () => {
    const all = recorded.flatMap(({ recordings }) => recordings)
    const open = all.map((recording) => ({ recording, history: prefixOf(recording.history, Math.ceil(tasksOf(recording.history) / 2)) }))
    const whole = all.map((recording) => ({ recording, history: recording.history }))
    const faults = await replayFaults([...whole, ...open].map(({ history }) => history))
    const sentences = [...whole, ...open].flatMap(({ recording }, index) => {
      const fault = faults[index]
      return fault == null ? [] : [replayedOtherwise(recording, fault)]
    })
    expect(sentences).toEqual([])
  }, 300_000)

  it.each(ITEMS.map((item) => item.code))('replay an appeal about %s from every moment of its life', async (code) => {
    const { history } = aRecording(code, 'returned twice and arbitrated')
    const moments = Array.from({ length: tasksOf(history) - 1 }, (_, index) => prefixOf(history, index + 1))
    expect(moments.length).toBeGreaterThan(5)
    expect((await replayFaults(moments)).filter((fault) => fault !== null)).toEqual([])
  })

  it('are stopped by the engine where a write would be another one, with a sentence about the item and its stages', async () => {
    const recording = aRecording('child-schooling', 'reopened')
    const [fault] = await replayFaults([otherwise(recording.history)])
    expect(fault).toContain('a rule has changed for a running case')
    expect(replayedOtherwise(recording, fault ?? '')).toMatch(
      /^child-schooling, stages reception; outcomes explain, explain \(recorded: reopened\): its history does not replay: .*a rule has changed/,
    )
  })
})

/** The same events with the first two the other way round. */
function swapped(events: readonly CaseEvent[]): readonly CaseEvent[] {
  const [first, second, ...rest] = events
  return first === undefined || second === undefined ? events : [second, first, ...rest]
}
