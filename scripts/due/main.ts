import { once } from 'node:events'
import { join } from 'node:path'
import { CatalogError } from '../../catalog/loader/problem.ts'
import { readCalendars } from '../../catalog/loader/calendars.ts'
import { answerLine, MAX_LINE_CHARACTERS } from './answer-line.ts'
import { splitLines } from './split-lines.ts'

/** Answers are written in pieces of about this many characters: those to one chunk of input may be longer than a string can be. */
const PIECE_CHARACTERS = 1_000_000

/** `npm run due`: clocks as JSON lines on standard input, one line of answer each, in their order (docs/deadlines.md). */
async function main(): Promise<void> {
  const { calendars, problems } = readCalendars(join(import.meta.dirname, '..', '..', 'catalog'))
  if (problems.length > 0) throw new CatalogError(problems)
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  process.stdin.setEncoding('utf8')
  let number = 0
  let refused = 0
  for await (const lines of splitLines(process.stdin, MAX_LINE_CHARACTERS)) {
    let out = ''
    for (const line of lines) {
      number++
      const text = number === 1 ? line.replace(/^\uFEFF/, '') : line
      if (text.trim() === '') continue
      const answer = answerLine(text, number, calendars)
      if ('error' in answer) refused++
      out += `${JSON.stringify(answer)}\n`
      if (out.length < PIECE_CHARACTERS) continue
      await write(out)
      out = ''
    }
    await write(out)
  }
  if (refused > 0) process.stderr.write(`${refused} / ${number}: 行未能计算 / lines could not be answered\n`)
}

async function write(out: string): Promise<void> {
  if (out !== '' && !process.stdout.write(out)) await once(process.stdout, 'drain')
}

await main()
