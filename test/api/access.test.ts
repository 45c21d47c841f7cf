import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { routes } from '../../api/routes/index.ts'
import { ACCESS, COLUMNS } from './access-table.ts'
import { anApiOffice, type ApiOffice } from './office.ts'
import type { Name } from './people.ts'

const BY_ROLE: Readonly<Record<string, Name>> = {
  expert: 'bo',
  liaison: 'liaison',
  clerk: 'portclerk',
  'window-lead': 'lead',
  'department-head': 'head',
  'station-supervisor': 'port',
  'province-supervisor': 'province',
  administrator: 'admin',
  auditor: 'auditor',
}
/** Not the id of anything, so that nothing is found by who gets past the door, and nothing changes. */
const NOTHING = '00000000-0000-4000-8000-000000000000'

let office: ApiOffice
beforeAll(async () => {
  office = await anApiOffice()
})
afterAll(async () => {
  await office.close()
})

/** What the door says: in, or the status that turns away by role. */
async function door(method: string, path: string, column: string): Promise<'in' | 401 | 403> {
  const address = path
    .replace(':id', path.startsWith('/api/tasks') ? `${NOTHING}-t1` : NOTHING)
    .replace(':number', NOTHING)
    .replace(':code', 'nothing')
    // A query that nobody may ask, since a stream that is let in never ends.
    .replace(/^\/api\/stream$/, '/api/stream?unknown=1')
  const verb = method as 'get' | 'post' | 'put' | 'patch' | 'delete'
  const token = await office.tokenOf(BY_ROLE[column] ?? null)
  const plain = request(office.app)[verb](address)
  const answer = await (token === null ? plain : plain.set('Authorization', `Bearer ${token}`)).send(
    verb === 'get' ? undefined : { unknown: 1 },
  )
  expect([method, path, column, answer.status < 500]).toEqual([method, path, column, true])
  if (answer.status === 401) return answer.body.code === 'not-signed-in' ? 401 : 'in'
  return answer.status === 403 && answer.body.code === 'role-missing' ? 403 : 'in'
}

describe('every route by every role', () => {
  it('stands in the table, and the table has no other', () => {
    expect(routes.map((route) => `${route.method} ${route.path}`).sort()).toEqual(Object.keys(ACCESS).sort())
  })

  it.each(Object.entries(ACCESS))('%s lets in whom the table names and nobody else', async (route, allowed) => {
    const [method = '', path = ''] = route.split(' ')
    const found: Record<string, unknown> = {}
    const expected: Record<string, unknown> = {}
    for (const column of COLUMNS) {
      found[column] = await door(method, path, column)
      expected[column] = allowed.includes(column) ? 'in' : column === '-' ? 401 : 403
    }
    expect(found).toEqual(expected)
  })

  it('lets a signed-in person without any role into nothing but their own session and the names of offices', async () => {
    for (const [route, allowed] of Object.entries(ACCESS)) {
      if (allowed.includes('-') || route.endsWith('/api/me') || route.endsWith('/api/offices') || route.includes('/sessions')) continue
      const [method = '', path = ''] = route.split(' ')
      const token = await office.tokenOf('nobody')
      const verb = method as 'get' | 'post' | 'put' | 'patch' | 'delete'
      const answer = await request(office.app)
        [verb](path.replace(/:\w+/, NOTHING))
        .set('Authorization', `Bearer ${token ?? ''}`)
      expect([route, answer.status]).toEqual([route, 403])
    }
  })
})
