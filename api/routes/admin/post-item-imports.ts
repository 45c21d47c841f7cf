import { z } from 'zod'
import { confirmChange, runOf } from '../../changes/confirm.ts'
import { preparedItem } from '../../changes/prepared.ts'
import { answer, defineRoute } from '../../route.ts'
import { changeSchema, itemImportBody } from '../../schemas/changes.ts'
import { nothing } from '../../schemas/input.ts'
import { changeView } from '../../views/change-view.ts'

/** Puts a newer version of an item into force for new filings and, where that is wanted, begins to move its open appeals. */
export const postItemImports = defineRoute({
  method: 'post',
  path: '/api/admin/items/imports',
  tag: 'administration',
  summary: { zh: '启用事项新版本', en: 'Put a version of a service item into force' },
  allow: ['administrator'],
  audit: 'write',
  key: 'none',
  params: nothing,
  query: nothing,
  body: itemImportBody,
  answers: { 201: z.object({ item: z.string(), version: z.string() }), 202: changeSchema },
  handler: async ({ deps, person, body, at }) => {
    const earlier = await deps.changeReader.byDigest(body.preview)
    if (earlier !== null) return answer(202, changeView(await runOf(deps, earlier)))
    const change = await preparedItem(deps, body.text, body.file ?? 'item.yaml')
    const carry = body.moveRunning ? 'always' : 'never'
    const run = await confirmChange(deps, person, change, { reason: body.reason, preview: body.preview, carry, at })
    return run === null ? answer(201, { item: change.target, version: change.version }) : answer(202, changeView(run))
  },
})
