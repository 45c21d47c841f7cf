import { z } from 'zod'
import { isForExpert, MAIL_KINDS, SIGN_IN_CODE } from '../../../domain/notices/mail-kind.ts'
import { LANGUAGES } from '../../../domain/text.ts'
import { sampleMail } from '../../mails/sample-mail.ts'
import { mailKindName } from '../../mails/mail-names.ts'
import { answer, defineRoute } from '../../route.ts'
import { nothing, textSchema } from '../../schemas/input.ts'

const wordsSchema = z.object({
  template: z.object({ subject: z.string(), body: z.string() }),
  sample: z.object({ subject: z.string(), text: z.string() }).meta({ description: 'the mail filled with invented values' }),
})
const kindSchema = z.object({
  kind: z.enum(MAIL_KINDS),
  name: textSchema,
  reader: z.enum(['expert', 'staff']),
  zh: wordsSchema,
  en: wordsSchema,
})

/** Every kind of mail with its template and a sample in both languages. */
export const getMailTexts = defineRoute({
  method: 'get',
  path: '/api/admin/mail-texts',
  tag: 'administration',
  summary: { zh: '邮件文本与预览', en: 'Texts of mails, with samples' },
  allow: ['administrator', 'auditor'],
  audit: 'own',
  key: 'none',
  params: nothing,
  query: nothing,
  body: nothing,
  answers: { 200: z.object({ languages: z.array(z.enum(LANGUAGES)), kinds: z.array(kindSchema) }) },
  handler: async ({ deps }) => {
    const texts = deps.mailTexts()
    const origin = deps.settings.publicOrigin ?? 'https://hongyan.example'
    return answer(200, {
      languages: [...LANGUAGES],
      kinds: MAIL_KINDS.map((kind) => {
        const words = (language: 'zh' | 'en') => ({
          template: texts.templates.kinds[language][kind],
          sample: sampleMail(texts, kind, language, origin),
        })
        return {
          kind,
          name: mailKindName(kind),
          reader: kind === SIGN_IN_CODE || isForExpert(kind) ? ('expert' as const) : ('staff' as const),
          zh: words('zh'),
          en: words('en'),
        }
      }),
    })
  },
})
