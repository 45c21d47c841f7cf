import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { ToldError } from '../replay/told-error.ts'
import { type ChangeAnswer, changeAnswer, wanted, wholePreview } from './answers.ts'
import type { CalendarTask } from './arguments.ts'
import type { AdminOffice } from './sign-in.ts'
import { changeLine, previewLines } from './words.ts'

const LOOK_MS = 1_000

/** Does what was asked; false where a change ended with failures. */
export async function runTask(task: CalendarTask, office: AdminOffice, say: (line: string) => void): Promise<boolean> {
  switch (task.kind) {
    case 'import':
      return importCalendar(task, office, say)
    case 'status':
      return status(task.run, office, say)
    case 'resume': {
      const begun = changeAnswer.parse(wanted(await office.post(`/api/admin/changes/${encodeURIComponent(task.run)}/resumption`, {}), 202))
      return follow(begun, office, say)
    }
  }
}

async function importCalendar(
  { file, confirm, reason }: Extract<CalendarTask, { kind: 'import' }>,
  office: AdminOffice,
  say: (line: string) => void,
): Promise<boolean> {
  const text = textOf(file)
  const preview = await wholePreview(office, text, basename(file))
  for (const line of previewLines(preview)) say(line)
  const why = confirm ? reason : await askReason()
  if (why === null) {
    say('尚未启用；确认请加 --confirm --reason。\nNothing was changed; to confirm: --confirm --reason TEXT')
    return true
  }
  const answer = await office.post('/api/admin/calendars/imports', { text, file: basename(file), reason: why, preview: preview.digest })
  return follow(changeAnswer.parse(wanted(answer, 202)), office, say)
}

/** A person at the terminal confirms by typing the reason; nothing typed, or nobody there, is no confirmation. */
async function askReason(): Promise<string | null> {
  if (!process.stdin.isTTY) return null
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  try {
    const typed = await lines.question('启用理由（留空则不启用） / reason to put it into force (empty: do not): ')
    return typed.trim() === '' ? null : typed.trim()
  } finally {
    lines.close()
  }
}

async function status(run: string | null, office: AdminOffice, say: (line: string) => void): Promise<boolean> {
  if (run === null) {
    const { changes } = z.object({ changes: z.array(changeAnswer) }).parse(wanted(await office.get('/api/admin/changes'), 200))
    for (const change of changes) say(changeLine(change))
    if (changes.length === 0) say('没有变更 / no changes')
    return true
  }
  const change = await read(run, office)
  say(changeLine(change))
  for (const { number, state, detail } of change.leftovers) say(`  ${number}  ${state}  ${detail ?? ''}`)
  return change.state !== 'ended-with-failures'
}

/** Tells the progress until the change is over. Interrupting it here does not stop the change. */
async function follow(begun: ChangeAnswer, office: AdminOffice, say: (line: string) => void): Promise<boolean> {
  let told = ''
  for (;;) {
    const change = await read(begun.id, office)
    const line = changeLine(change)
    if (line !== told) say(line)
    told = line
    if (change.state !== 'running') {
      for (const { number, state, detail } of change.leftovers) say(`  ${number}  ${state}  ${detail ?? ''}`)
      return change.state === 'ended'
    }
    await sleep(LOOK_MS)
  }
}

const detail = changeAnswer.extend({
  leftovers: z.array(z.object({ number: z.string(), state: z.string(), detail: z.string().nullable() })),
})

async function read(run: string, office: AdminOffice): Promise<z.output<typeof detail>> {
  return detail.parse(wanted(await office.get(`/api/admin/changes/${encodeURIComponent(run)}`), 200))
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new ToldError(`无法读取 ${file}`, `cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
