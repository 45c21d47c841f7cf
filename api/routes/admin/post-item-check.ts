import { z } from 'zod'
import { checkItemText } from '../../../catalog/loader/check-item-text.ts'
import { answer, defineRoute } from '../../route.ts'
import { itemCheckSchema } from '../../schemas/admin-item.ts'
import { nothing } from '../../schemas/input.ts'
import { routedItemView } from '../../views/admin-item-view.ts'

const MOST_PROBLEMS = 100

/** Checks the text of an item on the offices as they are now and tells every breach at its line; nothing is changed. */
export const postItemCheck = defineRoute({
  method: 'post',
  path: '/api/admin/items/check',
  tag: 'administration',
  summary: { zh: '校验事项文本', en: 'Check the text of a service item' },
  allow: ['administrator', 'auditor'],
  audit: 'own',
  key: 'none',
  params: nothing,
  query: nothing,
  body: z.strictObject({ text: z.string().min(1).max(200_000) }),
  answers: { 200: itemCheckSchema },
  handler: async ({ deps, body }) => {
    const [offices, { items, itemSources }] = await Promise.all([deps.offices(), deps.inForce()])
    const { item, problems } = checkItemText(body.text, { ...offices, ladders: deps.catalog.ladders })
    const code = item?.code ?? ownCode(body.text)
    const [present, source] = [items.get(code), itemSources.get(code)]
    return answer(200, {
      item: item === null ? null : routedItemView(item, offices),
      present: present === undefined || source === undefined ? null : { version: present.version, text: source.text },
      problems: problems.slice(0, MOST_PROBLEMS).map(({ line, path, rule, severity, text }) => ({
        line,
        place: path.join('.'),
        rule,
        severity,
        ...text,
      })),
    })
  },
})

/** The code that a text with errors names, so that it can still be held against the version in force. */
function ownCode(text: string): string {
  return /^code:\s*([\w.-]+)\s*$/m.exec(text)?.[1] ?? ''
}
