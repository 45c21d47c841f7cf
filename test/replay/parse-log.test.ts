import { Readable } from 'node:stream'
import { describe, expect, it } from '@jest/globals'
import type { EventLog } from '../../scripts/replay/log/event-log.ts'
import { parseLog } from '../../scripts/replay/log/parse-log.ts'
import { instantOf } from '../../scripts/replay/log/timestamp.ts'

const HEADER = 'case:concept:name,concept:name,org:resource,time:timestamp,lifecycle:transition'

function logOf(...lines: readonly string[]): Promise<EventLog> {
  return parseLog(Readable.from([`${lines.join('\n')}\n`]))
}

describe('an event log', () => {
  it('is read case by case, each task with its officer, instant and line', async () => {
    const log = await logOf(
      'case:concept:name,concept:name,org:resource,time:timestamp,case:channel,case:startdate,case:deadline,case:enddate',
      'c1,Receive,Ann,2011-10-11 13:45:40.276000+02:00,Desk,2011-10-11 00:06:40.020000+02:00,2011-12-06 00:06:40+01:00,',
      'c1,Decide,Bob,2011-10-12 08:26:25+02:00,Desk,2011-10-11 00:06:40.020000+02:00,2011-12-06 00:06:40+01:00,',
    )
    expect(log).toEqual([
      {
        id: 'c1',
        channel: 'Desk',
        received: { at: 1_318_284_400_020_000, date: '2011-10-11' },
        deadline: { at: 1_323_126_400_000_000, date: '2011-12-06' },
        closed: null,
        tasks: [
          { task: 'Receive', officer: 'Ann', at: 1_318_333_540_276_000, line: 2 },
          { task: 'Decide', officer: 'Bob', at: 1_318_400_785_000_000, line: 3 },
        ],
      },
    ])
  })

  it('orders the tasks of a case by their instants, to the microsecond and across zones, and keeps the order of the file for ties', async () => {
    const log = await logOf(
      HEADER,
      'c1,third,Ann,2011-10-11 13:00:00.000002+02:00,complete',
      'c2,alone,Ann,2011-10-11 09:00:00+02:00,complete',
      'c1,first,Ann,2011-10-11 10:59:59+00:00,complete',
      'c1,second,Ann,2011-10-11 13:00:00.000001+02:00,complete',
      'c1,fourth,Ann,2011-10-11 11:00:00.000002Z,complete',
    )
    expect(log.map(({ id, tasks }) => [id, tasks.map(({ task }) => task)])).toEqual([
      ['c1', ['first', 'second', 'third', 'fourth']],
      ['c2', ['alone']],
    ])
  })

  it('keeps commas, quotes and line breaks inside quoted fields', async () => {
    const log = await logOf(HEADER, 'c1,"Check ""A"", then B",Ann,2011-10-11 10:00:00Z,complete')
    expect(log[0]?.tasks[0]?.task).toBe('Check "A", then B')
  })

  it('without required columns is refused with all their names', async () => {
    await expect(logOf('case:concept:name,concept:name,when', 'c1,Receive,now')).rejects.toThrow(
      'line 1: missing columns org:resource, time:timestamp; there are: case:concept:name, concept:name, when',
    )
  })

  it('that is empty, or has a header alone, is refused', async () => {
    await expect(parseLog(Readable.from([]))).rejects.toThrow('the file is empty: it has not even a header')
    await expect(logOf(HEADER)).rejects.toThrow('the file has a header and no records')
  })

  it('with another transition than complete is refused with line and column, in both languages', async () => {
    const log = logOf(HEADER, 'c1,Receive,Ann,2011-10-11 10:00:00Z,complete', 'c1,Decide,Ann,2011-10-11 11:00:00Z,schedule')
    await expect(log).rejects.toThrow(
      '第 3 行，列 lifecycle:transition：只能回放已完成的任务（complete），而不是“schedule”\nline 3, column lifecycle:transition: only completed tasks are replayed ("complete"), not "schedule"',
    )
  })

  it('with an empty officer or no instant is refused with line and column', async () => {
    await expect(logOf(HEADER, 'c1,Receive,,2011-10-11 10:00:00Z,complete')).rejects.toThrow('line 2, column org:resource: is empty')
    await expect(logOf(HEADER, 'c1,Receive,Ann,yesterday,complete')).rejects.toThrow(
      'line 2, column time:timestamp: "yesterday" is no instant',
    )
  })

  it('with a record that has a field too few is refused with its line', async () => {
    const log = logOf(HEADER, 'c1,Receive,Ann,2011-10-11 10:00:00Z,complete', 'c1,Decide,Ann')
    await expect(log).rejects.toThrow('line 3: no complete CSV record')
  })
})

describe('an instant of a log', () => {
  it('may have a T, no fraction, a zone without colon, or no zone, which then is UTC', () => {
    const at = 1_318_327_200_000_000
    for (const text of ['2011-10-11T10:00:00Z', '2011-10-11 12:00:00+0200', '2011-10-11 10:00:00', '2011-10-11 12:00:00.000+02:00']) {
      expect([text, instantOf(text)?.at]).toEqual([text, at])
    }
  })

  it('of a day that no calendar has is none', () => {
    expect(instantOf('2011-02-31 10:00:00Z')).toBeNull()
    expect(instantOf('2011-13-01 10:00:00Z')).toBeNull()
    expect(instantOf('2011-10-11 25:00:00Z')).toBeNull()
  })
})
