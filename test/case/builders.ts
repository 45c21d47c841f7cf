import { fileURLToPath } from 'node:url'
import { directoryFor } from '../../catalog/loader/catalog.ts'
import { loadCatalog } from '../../catalog/loader/load-catalog.ts'
import type { CaseStart, FactValue, MaterialState, TextRef } from '../../domain/case/state.ts'
import type { Actor, Grant } from '../../domain/people/actor.ts'
import type { StaffRole } from '../../domain/people/roles.ts'
import type { Window } from '../../domain/routing/directory.ts'
import type { ServiceItem, Tier } from '../../domain/routing/item.ts'
import type { Language } from '../../domain/text.ts'

export const catalog = loadCatalog(fileURLToPath(new URL('../../catalog', import.meta.url)))

const STATIONS = ['dist-lake', 'dist-hill', 'dist-port', 'city-east', 'city-west', 'prov']
export const CASE_ID = '00000000-0000-4000-8000-0000000000aa'
export const EXPERT = { kind: 'expert', id: 'expert-1' } as const satisfies Actor
export const LEADER = 'leader-1'

/** Facts with which each item takes its plainest way. */
const PLAIN_FACTS: Readonly<Record<string, Readonly<Record<string, FactValue>>>> = {
  'child-schooling': { schoolStage: 'primary', hukou: 'local' },
  'residence-permit': { application: 'renewal', purpose: 'work', months: 12 },
  'medical-care': { kind: 'appointment', patient: 'expert', hospitalised: false },
  funding: { kind: 'research', amount: 300_000 },
}

export interface Filing {
  /** A service item of the catalogue by code, or one written out. */
  readonly item?: string | ServiceItem
  readonly tier?: Tier
  readonly language?: Language
  readonly station?: string
  readonly facts?: Readonly<Record<string, FactValue>>
  /** Materials that are not simply provided. */
  readonly materials?: Readonly<Record<string, MaterialState>>
  readonly liaison?: string | null
}

/** The item of that code in the catalogue, as it is edited by the offices. */
export function itemOf(code: string): ServiceItem {
  const item = catalog.items.get(code)
  if (!item) throw new Error(`no item ${code}`)
  return item
}

/** What an appeal starts from: unless told, a tier B expert of the lake district asks for a school place, all papers there. */
export function anAppeal(filing: Filing = {}): CaseStart {
  const item = typeof filing.item === 'object' ? filing.item : itemOf(filing.item ?? 'child-schooling')
  const directory = directoryFor(catalog, filing.station ?? 'dist-lake')
  const used = new Set([...directory.stations, ...directory.windows].map((place) => place.calendar))
  const provided = Object.fromEntries(item.materials.map((material) => [material.code, 'provided' as const]))
  return {
    caseId: CASE_ID,
    number: 'HY-2026-000001-1',
    item,
    directory,
    calendars: Object.fromEntries([...catalog.calendars].filter(([id]) => used.has(id))),
    expert: { id: EXPERT.id, tier: filing.tier ?? 'B', language: filing.language ?? 'zh' },
    leaderContact: LEADER,
    liaison: filing.liaison ?? null,
    facts: filing.facts ?? PLAIN_FACTS[item.code] ?? {},
    materials: { ...provided, ...filing.materials },
  }
}

/** An instant of Beijing time, e.g. '2026-03-02 09:00'. 2 March 2026 is a Monday; that month has no holiday. */
export function beijing(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}:00+08:00`)
}

/** Beijing time of an instant, e.g. '2026-03-02 17:30'; null stays null. */
export function shown(at: number | null | undefined): string | null {
  return at == null ? null : new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

function staff(id: string, grant: Partial<Grant> & { readonly role: StaffRole }): Actor {
  return { kind: 'staff', id, grants: [{ windows: [], stations: [], actingFor: null, ...grant }] }
}

export function clerkOf(window: string, id = `clerk of ${window}`): Actor {
  return staff(id, { role: 'clerk', windows: [window], stations: [window.split('.')[0] ?? ''] })
}

/** Somebody who acts for an absent clerk of the window (A/B岗). */
export function substituteOf(window: string, absent: string, id = 'substitute'): Actor {
  return staff(id, { role: 'clerk', windows: [window], actingFor: absent })
}

export function leadOf(window: string): Actor {
  return staff(`lead of ${window}`, { role: 'window-lead', windows: [window], stations: [window.split('.')[0] ?? ''] })
}

export function headOf(...windows: readonly string[]): Actor {
  return staff(`head of ${windows[0]}`, { role: 'department-head', windows })
}

export function supervisorOf(station: string): Actor {
  return staff(`supervisor of ${station}`, { role: 'station-supervisor', stations: [station] })
}

export const PROVINCE: Actor = staff('province supervisor', { role: 'province-supervisor', stations: STATIONS })

export function liaisonOf(station: string): Actor {
  return staff(`liaison of ${station}`, { role: 'liaison', stations: [station] })
}

export function auditor(): Actor {
  return staff('auditor', { role: 'auditor', stations: STATIONS })
}

export function administrator(): Actor {
  return staff('administrator', { role: 'administrator', stations: STATIONS })
}

/** A reference to a free text that the API has stored. */
export function text(name: string): TextRef {
  return { id: name, hash: 'sha256' }
}

/** The window of that code, as a command carries it. */
export function windowNamed(code: string): Window {
  const window = catalog.windows.get(code)
  if (!window) throw new Error(`no window ${code}`)
  const { name: _name, ...row } = window
  return row
}
