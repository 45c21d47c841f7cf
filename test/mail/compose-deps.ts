import { fileURLToPath } from 'node:url'
import type { ComposeDeps } from '../../activities/mail/compose.ts'
import { createRender } from '../../activities/mail/render.ts'
import { loadNoticeTemplates } from '../../catalog/loader/notices.ts'

export const CATALOG = fileURLToPath(new URL('../../catalog', import.meta.url))

export const COMPOSE: ComposeDeps = {
  render: createRender(loadNoticeTemplates(CATALOG)),
  from: { name: '鸿雁 Hongyan', address: 'noreply@hongyan.example' },
  mailDomain: 'hongyan.example',
  publicUrl: 'https://hongyan.example',
}
