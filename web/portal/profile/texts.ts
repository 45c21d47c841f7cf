import { defineTexts } from '../../texts/define-texts.ts'

export const texts = defineTexts({
  zh: {
    title: '我的设置',
    name: '姓名',
    language: '语言',
    languageHint: '用于网页和此后的邮件。',
    save: '保存',
    failed: '未能保存，请稍后重试。',
  },
  en: {
    title: 'My settings',
    name: 'Name',
    language: 'Language',
    languageHint: 'Of these pages and of our mails from now on.',
    save: 'Save',
    failed: 'This could not be saved; please try again later.',
  },
})
