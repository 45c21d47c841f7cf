import { defineTexts } from '../../texts/define-texts.ts'

export const texts = defineTexts({
  zh: { title: '我的诉求', none: '您还没有提交诉求。' },
  en: { title: 'My matters', none: 'You have not filed an appeal yet.' },
})
