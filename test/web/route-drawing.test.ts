import { describe, expect, it } from '@jest/globals'
import type { Lead, RouteStage } from '../../web/http/shapes/admin-item.ts'
import { routeDrawing } from '../../web/staff/admin/items/route-layout.ts'

const words = { zh: '', en: '' }
const limit = { amount: 1, unit: 'working-days' } as const
const to = (stage: string): Lead => ({ when: null, to: 'stage', stage, result: null, name: words })
const close = (result: string): Lead => ({ when: null, to: 'close', stage: null, result, name: words })
const ask: Lead = { when: null, to: 'ask-expert', stage: null, result: null, name: words }

function stage(code: string, ...leads: readonly (readonly [string, Lead])[]): RouteStage {
  return {
    code,
    name: words,
    statusText: words,
    window: { name: words },
    signLimit: limit,
    workingLimit: limit,
    returnLimit: limit,
    coHandlers: [],
    outcomes: leads.map(([outcome, lead]) => ({ code: outcome, name: words, accepts: false, leadsTo: [lead] })),
  }
}

describe('the drawing of a route', () => {
  const route = [
    stage('application', ['accept', to('review')], ['refuse', close('not-accepted')]),
    stage('review', ['good', to('decision')], ['ask', ask]),
    stage('decision', ['paid', close('settled')], ['again', to('review')]),
  ]
  const drawing = routeDrawing('application', route)

  it('stands from left to right by steps, with every end in the last column', () => {
    expect(drawing.boxes.map(({ code, kind, x, y }) => [code, kind, x, y])).toEqual([
      ['application', 'stage', 24, 74],
      ['review', 'stage', 240, 74],
      ['decision', 'stage', 456, 74],
      ['end:not-accepted', 'end', 672, 24],
      ['end:settled', 'end', 672, 124],
    ])
  })

  it('has one arrow for each way, the way back apart, and none for a question to the expert', () => {
    expect(drawing.arrows).toEqual([
      { from: 'application', to: 'review', outcomes: ['accept'], isBack: false },
      { from: 'application', to: 'end:not-accepted', outcomes: ['refuse'], isBack: false },
      { from: 'review', to: 'decision', outcomes: ['good'], isBack: false },
      { from: 'decision', to: 'end:settled', outcomes: ['paid'], isBack: false },
      { from: 'decision', to: 'review', outcomes: ['again'], isBack: true },
    ])
  })
})
