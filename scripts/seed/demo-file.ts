import { renameSync, writeFileSync } from 'node:fs'
import type { Catalog } from '../../catalog/loader/catalog.ts'
import type { KnownPeople } from './create-people.ts'
import { type DemoPeople, passwordOf } from './people-data.ts'

/** Where the demo is reached; a start writes the present ones (scripts/start/demo-file.ts). */
export interface DemoAddresses {
  readonly baseUrl: string
  /** Page of the built-in inbox; null where mails go to a server outside. */
  readonly mailUrl: string | null
  readonly temporalAddress: string
}

/** demo.json: what scripts need to know of a running demo. */
export interface DemoFile extends DemoAddresses {
  /** `windows`: those a clerk or lead holds, for a head all of the department. */
  readonly users: readonly {
    readonly username: string
    readonly password: string
    readonly role: string
    readonly station: string
    readonly windows: readonly string[]
  }[]
  readonly experts: readonly { readonly id: string; readonly email: string; readonly language: string; readonly tier: string }[]
}

const PROVINCE = 'prov'

/** What demo.json says of these people. */
export function demoOf(addresses: DemoAddresses, people: DemoPeople, known: KnownPeople, catalog: Catalog): DemoFile {
  const windowsOf = (role: string, windows: readonly string[]): readonly string[] => {
    if (role !== 'department-head') return windows
    const departments = new Set(windows.map((code) => catalog.windows.get(code)?.department))
    return [...catalog.windows.values()].filter((each) => departments.has(each.department)).map((each) => each.code)
  }
  return {
    ...addresses,
    users: people.staff.map(({ username, role, windows, station }) => ({
      username,
      password: passwordOf(username),
      role,
      station: station ?? catalog.windows.get(windows[0] ?? '')?.station ?? PROVINCE,
      windows: windowsOf(role, windows),
    })),
    experts: people.experts.map(({ email, language, tier }) => ({ id: known.experts.get(email) ?? '', email, language, tier })),
  }
}

/** Writes demo.json whole or not at all. */
export function writeDemoFile(file: string, demo: DemoFile): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
