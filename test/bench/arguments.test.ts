import { describe, expect, it } from '@jest/globals'
import { parseBenchArguments } from '../../bench/arguments.ts'

describe('the command line of the bench', () => {
  it('runs the routes where no bench is named', () => {
    expect(parseBenchArguments([])).toEqual({ bench: 'routes', quick: false, cases: null, minutes: null })
    expect(parseBenchArguments(['--quick'])).toEqual({ bench: 'routes', quick: true, cases: null, minutes: null })
  })

  it('names a bench, how many appeals, and how long everything is down', () => {
    expect(parseBenchArguments(['storm', '--cases', '2000'])).toEqual({ bench: 'storm', quick: false, cases: 2000, minutes: null })
    expect(parseBenchArguments(['outage', '--quick', '--minutes', '3'])).toEqual({ bench: 'outage', quick: true, cases: null, minutes: 3 })
    expect(parseBenchArguments(['kernel']).bench).toBe('kernel')
    expect(parseBenchArguments(['reprojection']).bench).toBe('reprojection')
  })

  it.each([
    [['--fast'], 'npm run bench'],
    [['hail'], 'no bench hail'],
    [['storm', 'outage'], 'no bench storm outage'],
    [['kernel', '--cases', '5'], 'kernel: no --cases'],
    [['reprojection', '--minutes', '5'], 'reprojection: no --minutes'],
    [['storm', '--cases', '0'], '--cases: a whole number from 1 to 100000, not "0"'],
    [['storm', '--cases', '1e3'], '--cases: a whole number from 1 to 100000, not "1e3"'],
  ])('refuses %j and says how it is used', (args, why) => {
    expect(() => parseBenchArguments(args)).toThrow(why)
    expect(() => parseBenchArguments(args)).toThrow('npm run bench [-- storm|outage|reprojection|kernel]')
  })
})
