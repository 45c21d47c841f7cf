import { describe, expect, it } from '@jest/globals'
import { stageWalk } from '../../domain/case/stage-walk.ts'
import { shown } from './builders.ts'
import { filed, type Office } from './office.ts'

const places = (office: Office): Record<string, string> =>
  Object.fromEntries(stageWalk(office.state, office.events).map(({ stage, place }) => [stage.code, place]))

describe('the walk of an appeal through its item', () => {
  it('begins with the first stage, and every other one is possible', () => {
    expect(places(filed())).toEqual({
      reception: 'now',
      matching: 'possible',
      approval: 'possible',
      coordination: 'possible',
      confirmation: 'possible',
    })
  })

  it('tells stages that were visited from those that cannot be reached any more', () => {
    const office = filed().complete('2026-03-02 10:00', 'accept').complete('2026-03-03 10:00', 'no-place')
    expect(places(office)).toEqual({
      reception: 'visited',
      matching: 'visited',
      approval: 'possible',
      coordination: 'now',
      confirmation: 'possible',
    })
    office.complete('2026-03-04 10:00', 'waiting-list')
    expect(places(office)).toEqual({
      reception: 'visited',
      matching: 'visited',
      approval: 'not-taken',
      coordination: 'visited',
      confirmation: 'not-taken',
    })
  })

  it('counts each visit with when it began and ended and by which outcome', () => {
    const office = filed()
      .complete('2026-03-02 10:00', 'accept')
      .complete('2026-03-03 10:00', 'matched')
      .complete('2026-03-04 10:00', 'declined')
    const matching = stageWalk(office.state, office.events).find(({ stage }) => stage.code === 'matching')
    expect(matching?.visits.map((each) => [each.visit, shown(each.enteredAt), shown(each.leftAt), each.outcome?.en ?? null])).toEqual([
      [1, '2026-03-02 10:00', '2026-03-03 10:00', 'School matched'],
      [2, '2026-03-04 10:00', null, null],
    ])
  })

  it('names the window of each stage: the one that has it, else the one it would go to', () => {
    const office = filed().complete('2026-03-02 10:00', 'accept')
    office.give('2026-03-02 11:00', office.clerk, 'ReturnTask', { ...office.onLead, reason: 'not-our-duty', note: null, evidence: null })
    const windows = stageWalk(office.state, office.events).map(({ stage, window }) => [stage.code, window])
    expect(windows).toEqual([
      ['reception', 'dist-lake.general.reception'],
      ['matching', 'dist-lake.general.reception'],
      ['approval', 'prov.education.schooling'],
      ['coordination', 'city-east.general.coordination'],
      ['confirmation', 'dist-lake.general.reception'],
    ])
  })
})
