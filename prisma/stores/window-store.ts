import type { Text } from '../../domain/text.ts'
import type { Window } from '../../domain/routing/directory.ts'
import type { Database } from '../database.ts'
import { namedWindowOf, type NamedWindow } from '../readers/offices-reader.ts'
import { type Written, written } from './people-store.ts'

export interface WindowStore {
  /** `taken`: the code is in use; `unknown`: no such department or station. */
  add(window: Window & { readonly name: Text }): Promise<Written<NamedWindow>>
  /** The row is the office's from now on: the catalogue no longer changes it. Closed windows receive nothing new. */
  update(
    code: string,
    change: { readonly name?: Text; readonly calendar?: string; readonly active?: boolean },
  ): Promise<Written<NamedWindow>>
  putDepartment(department: { readonly code: string; readonly name: Text }): Promise<void>
}

export function createWindowStore(db: Database): WindowStore {
  return {
    add: ({ name, ...window }) =>
      written(async () =>
        namedWindowOf(await db.window.create({ data: { ...window, nameZh: name.zh, nameEn: name.en, source: 'office' } })),
      ),
    update: (code, { name, ...change }) =>
      written(async () =>
        namedWindowOf(
          await db.window.update({
            where: { code },
            data: { ...change, ...(name === undefined ? {} : { nameZh: name.zh, nameEn: name.en }), source: 'office' },
          }),
        ),
      ),
    async putDepartment({ code, name }) {
      const names = { nameZh: name.zh, nameEn: name.en }
      await db.department.upsert({ where: { code }, create: { code, ...names }, update: names })
    },
  }
}
