import { describe, expect, it } from '@jest/globals'
import { eventViews } from '../../api/views/event-view.ts'
import type { Reader } from '../../api/views/reader.ts'
import { EXPERT, supervisorOf } from '../case/builders.ts'
import { filed, type Office } from '../case/office.ts'

/** The last sentence of that type, as a reader of the circle gets it; null where they see no such event. */
function told(office: Office, circle: 'expert' | 'supervisor', type: string) {
  const reader: Reader = {
    actor: EXPERT,
    access: { circle, confidential: false },
    now: office.state.at,
    windowName: (code) => ({ zh: code, en: code }),
    staff: (id) => (id === null || circle === 'expert' ? null : { id, name: `Name of ${id}` }),
    officeInCharge: () => null,
  }
  return eventViews(office.state, office.events, new Map(), reader).findLast((event) => event.type === type)?.text ?? null
}

describe('the history of an appeal in sentences', () => {
  const office = filed().complete('2026-03-02 10:00', 'accept')
  office.give('2026-03-02 11:00', office.clerk, 'ReturnTask', { ...office.onLead, reason: 'wrong-place', note: null, evidence: null })
  office.give('2026-03-02 12:00', supervisorOf('dist-lake'), 'IssueOrder', { ...office.onLead, order: 'urge', note: null })

  it('tells the offices who returned it and why, and an order with its cause', () => {
    expect(told(office, 'supervisor', 'TaskReturned')).toEqual({
      zh: '“dist-lake.education.schooling”退单：不属本地管辖。',
      en: 'dist-lake.education.schooling returned it: wrong place.',
    })
    expect(told(office, 'supervisor', 'OrderIssued')).toEqual({
      zh: '对“dist-lake.general.reception”催办：督办员发出。',
      en: 'An order to dist-lake.general.reception (urge): given by a supervisor.',
    })
  })

  it('tells the expert where it goes and neither the return nor the rule', () => {
    expect(told(office, 'expert', 'TaskDispatched')).toEqual({
      zh: '转到“dist-lake.general.reception”办理。',
      en: 'It goes to dist-lake.general.reception.',
    })
    expect([told(office, 'expert', 'TaskReturned'), told(office, 'expert', 'OrderIssued')]).toEqual([null, null])
  })

  it('tells the stage and the outcome of a completion to both', () => {
    const sentence = { zh: '“受理”环节办结：予以受理。', en: 'The stage "Acceptance" is completed: Accept.' }
    expect([told(office, 'expert', 'TaskCompleted'), told(office, 'supervisor', 'TaskCompleted')]).toEqual([sentence, sentence])
  })
})
