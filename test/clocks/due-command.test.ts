import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { answerLine, MAX_LINE_CHARACTERS } from '../../scripts/due/answer-line.ts'
import { splitLines } from '../../scripts/due/split-lines.ts'
import { catalogCalendar } from './ledgers.ts'

const calendars = new Map([['cn', catalogCalendar('cn')]])
const line = '{"id":"x","calendar":"cn","unit":"working-hours","amount":2,"startedAt":"2026-03-02T10:00:00+08:00"}'

async function* chunks(...parts: string[]): AsyncGenerator<string> {
  for (const part of parts) yield part
}

async function split(bound: number, ...parts: string[]): Promise<string[]> {
  const lines: string[] = []
  for await (const some of splitLines(chunks(...parts), bound)) lines.push(...some)
  return lines
}

describe('clocks as JSON lines', () => {
  it('a good line is answered', () => {
    expect(answerLine(line, 1, calendars)).toMatchObject({
      id: 'x',
      dueAt: '2026-03-02T04:00:00.000Z',
      provisional: false,
      remaining: null,
    })
  })

  it('a bad line is told with its number, id, field and rule in both languages', () => {
    expect(answerLine(line.replace('"amount":2', '"amount":-2'), 17, calendars)).toEqual({
      line: 17,
      id: 'x',
      error: {
        code: 'invalid-line',
        problems: [{ field: 'amount', rule: 'not-positive', message: { zh: '必须大于 0', en: 'must be greater than 0' } }],
      },
    })
    const numbered = line.replace('"x"', '41')
    expect(answerLine(numbered, 18, calendars)).toMatchObject({ id: 41, dueAt: '2026-03-02T04:00:00.000Z' })
    expect(answerLine(numbered.replace('"amount":2', '"amount":0'), 19, calendars)).toMatchObject({ line: 19, id: 41 })
    expect(answerLine('{', 3, calendars)).toMatchObject({ line: 3, id: null, error: { problems: [{ field: '', rule: 'not-json' }] } })
    expect(answerLine(`"${'x'.repeat(MAX_LINE_CHARACTERS)}"`, 4, calendars)).toMatchObject({
      line: 4,
      error: { problems: [{ rule: 'too-long' }] },
    })
  })

  it('lines are cut where they end, in whatever pieces they come', async () => {
    expect(await split(100, 'a\nb', 'c\r\n', '\nd')).toEqual(['a', 'bc', '', 'd'])
    expect(await split(100)).toEqual([])
  })

  it('a line without end is not kept in memory', async () => {
    expect(await split(5, 'x'.repeat(4), 'x'.repeat(4), 'x'.repeat(4), '\nok\n')).toEqual(['xxxxxx', 'ok'])
  })
})

describe('the command', () => {
  it('answers every line of standard input in its order and exits well, a bad one included', () => {
    const input = `\uFEFF${line}\nnonsense\n\n${line.replace('"x"', '"last"')}`
    const run = spawnSync(process.execPath, ['scripts/run.mjs', 'scripts/due/main'], {
      cwd: join(import.meta.dirname, '../..'),
      input,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    })
    const answers = run.stdout
      .trim()
      .split('\n')
      .map((answer): unknown => JSON.parse(answer))
    expect(answers).toMatchObject([
      { id: 'x', dueAt: '2026-03-02T04:00:00.000Z' },
      { line: 2, error: { code: 'invalid-line' } },
      { id: 'last', dueAt: '2026-03-02T04:00:00.000Z' },
    ])
    expect([run.status, run.stderr]).toEqual([0, '1 / 4: 行未能计算 / lines could not be answered\n'])
  }, 180_000)
})
