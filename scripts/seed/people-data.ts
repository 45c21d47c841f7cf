import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { STAFF_ROLES } from '../../domain/people/roles.ts'
import { TIERS } from '../../domain/routing/item.ts'
import { LANGUAGES } from '../../domain/text.ts'

const username = z.string().min(2)
const language = z.enum(LANGUAGES)

const staffMember = z.strictObject({
  username,
  name: z.string(),
  role: z.enum(STAFF_ROLES),
  language: language.default('zh'),
  windows: z.array(z.string()).default([]),
  station: z.string().optional(),
  /** first and last day of the role */
  from: z.iso.date().default('2024-01-01'),
  to: z.iso.date().optional(),
})

const staffFile = z.strictObject({
  staff: z.array(staffMember),
  leaders: z.array(z.strictObject({ username, name: z.string() })),
  absences: z.array(z.strictObject({ staff: username, substitute: username, days: z.int().min(1) })),
})

const expert = z.strictObject({
  email: z.email(),
  name: z.string(),
  language,
  tier: z.enum(TIERS),
  station: z.string(),
  employer: z.string(),
  leader: username.optional(),
  liaison: username.optional(),
})

export type DemoStaff = z.output<typeof staffMember>
export type DemoExpert = z.output<typeof expert>
export type DemoPeople = z.output<typeof staffFile> & { readonly experts: readonly DemoExpert[] }

/** The invented people of the demo, from staff.yaml and experts.yaml beside this file. */
export function demoPeople(): DemoPeople {
  const read = (name: string): unknown => parse(readFileSync(join(import.meta.dirname, name), 'utf8'))
  return {
    ...staffFile.parse(read('staff.yaml')),
    experts: z.strictObject({ experts: z.array(expert) }).parse(read('experts.yaml')).experts,
  }
}

/** The demo password of a user; printed at the start and written into demo.json. */
export function passwordOf(name: string): string {
  return `${name}-demo`
}

/** Address of a staff member of the demo. */
export function addressOf(name: string): string {
  return `${name}@office.example`
}

/** The first clerk of a window; throws where the data name none. */
export function clerkOf(people: DemoPeople, window: string): string {
  const clerk = people.staff.find((one) => one.role === 'clerk' && one.windows.includes(window))
  if (!clerk) throw new Error(`staff.yaml names no clerk of ${window}`)
  return clerk.username
}
