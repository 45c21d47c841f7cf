import { preparedItem } from '../../changes/prepared.ts'
import { previewItem } from '../../changes/preview.ts'
import { answer, defineRoute } from '../../route.ts'
import { previewBody, previewSchema } from '../../schemas/changes.ts'
import { nothing } from '../../schemas/input.ts'
import { previewView } from '../../views/change-view.ts'

/** What a newer version of an item would change of its open appeals, were they moved to it; nothing is changed. */
export const postItemPreview = defineRoute({
  method: 'post',
  path: '/api/admin/items/preview',
  tag: 'administration',
  summary: { zh: '预览事项变更', en: 'Preview a service item' },
  allow: ['administrator'],
  audit: 'own',
  key: 'none',
  params: nothing,
  query: nothing,
  body: previewBody,
  answers: { 200: previewSchema },
  handler: async ({ deps, body, at }) => {
    const change = await preparedItem(deps, body.text, body.file ?? 'item.yaml')
    const { tally, next } = await previewItem(deps, change.item, { now: at, after: body.after ?? null })
    return answer(200, previewView(change, tally, next))
  },
})
