import { describe, expect, it } from '@jest/globals'
import { calendarArguments } from '../../scripts/calendar/arguments.ts'

describe('npm run calendar', () => {
  it.each([
    [['import', 'cn.yaml'], { kind: 'import', file: 'cn.yaml', confirm: false, reason: null }],
    [['import', 'cn.yaml', '--confirm', '--reason', 'notice'], { kind: 'import', file: 'cn.yaml', confirm: true, reason: 'notice' }],
    [['status'], { kind: 'status', run: null }],
    [['status', 'a-run'], { kind: 'status', run: 'a-run' }],
    [['resume', 'a-run'], { kind: 'resume', run: 'a-run' }],
  ])('%j is understood', (argv, task) => {
    expect(calendarArguments(argv)).toEqual({ task, user: null, url: null })
  })

  it('takes who signs in, and where', () => {
    expect(calendarArguments(['status', '--as', 'root', '--url', 'http://office.example'])).toMatchObject({
      user: 'root',
      url: 'http://office.example',
    })
  })

  it.each([
    [[]],
    [['import']],
    [['resume']],
    [['dance']],
    [['status', 'a', 'b']],
    [['status', '--confirm']],
    [['import', 'cn.yaml', '--force']],
  ])('%j is answered with the usage', (argv) => {
    expect(() => calendarArguments(argv)).toThrow(/usage/)
  })

  it('confirms nothing without a reason', () => {
    expect(() => calendarArguments(['import', 'cn.yaml', '--confirm'])).toThrow('a confirmation needs its reason')
    expect(() => calendarArguments(['import', 'cn.yaml', '--confirm', '--reason', ' '])).toThrow('a confirmation needs its reason')
  })
})
