import { describe, expect, it } from '@jest/globals'
import type { Directory, Window } from '../../domain/routing/directory.ts'
import { fallbackWindow, resolveWindow } from '../../domain/routing/windows.ts'

function aWindow(code: string): Window {
  const [station = '', department = '', fn = ''] = code.split('.')
  return { code, station, department, function: fn, calendar: 'cn' }
}

const station = (code: string, level: 'district' | 'city' | 'province', parent: string | null) => ({
  code,
  level,
  parent,
  calendar: 'cn',
  fallbackWindow: `${code}.general.reception`,
})
const CHAIN = [station('lake', 'district', 'east'), station('east', 'city', 'prov'), station('prov', 'province', null)]
const directory = (...codes: string[]): Directory => ({ stations: CHAIN, windows: codes.map(aWindow) })

describe('a stage goes to', () => {
  it('the window of the expert’s own station where it has one', () => {
    const offices = directory('lake.health.care', 'east.health.care', 'lake.general.reception')
    expect(resolveWindow({ department: 'health', function: 'care', level: 'own' }, offices)).toEqual({
      window: aWindow('lake.health.care'),
      how: 'own',
    })
  })

  it('the first station above that has it, where the own one does not', () => {
    const offices = directory('prov.health.care', 'east.health.care', 'lake.general.reception')
    expect(resolveWindow({ department: 'health', function: 'care', level: 'own' }, offices)).toEqual({
      window: aWindow('east.health.care'),
      how: 'above',
    })
  })

  it('the city when it asks for the city, though the district has the window too', () => {
    const offices = directory('lake.health.care', 'east.health.care', 'prov.health.care')
    expect(resolveWindow({ department: 'health', function: 'care', level: 'city' }, offices).window.code).toBe('east.health.care')
  })

  it('the province when it asks for the province, though city and district have the window too', () => {
    const offices = directory('lake.health.care', 'east.health.care', 'prov.health.care')
    expect(resolveWindow({ department: 'health', function: 'care', level: 'province' }, offices).window.code).toBe('prov.health.care')
  })

  it('the fallback window of the own station where nobody from the level upwards has it', () => {
    const offices = directory('lake.health.care', 'lake.general.reception', 'prov.general.reception')
    expect(resolveWindow({ department: 'health', function: 'care', level: 'city' }, offices)).toEqual({
      window: aWindow('lake.general.reception'),
      how: 'fallback',
    })
  })

  it('no window of the same department with another function', () => {
    const offices = directory('lake.health.examination', 'east.health.care')
    expect(resolveWindow({ department: 'health', function: 'care', level: 'own' }, offices).window.code).toBe('east.health.care')
  })

  it('nowhere in a directory that lacks its own fallback window, which is a bug', () => {
    expect(() => fallbackWindow(directory('east.general.reception'))).toThrow(
      'station lake: fallback window lake.general.reception is not in the directory',
    )
  })
})
