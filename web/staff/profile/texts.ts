import { defineTexts } from '../../texts/define-texts.ts'

export const texts = defineTexts({
  zh: {
    title: '我的设置',
    language: '语言',
    languageHint: '用于页面，以及今后发给您的邮件。',
    keys: '快捷键',
    keysHint: '在工作台使用 j k o c r h / ? 快捷键；此设置保存在本浏览器。',
    on: '开',
    off: '关',
    kept: '已保存',
    unreachable: '服务暂时无法连接，请稍后重试。',
  },
  en: {
    title: 'My settings',
    language: 'Language',
    languageHint: 'For the pages, and for mails you get from now on.',
    keys: 'Keys',
    keysHint: 'Use the keys j k o c r h / ? on the workbench; kept in this browser.',
    on: 'on',
    off: 'off',
    kept: 'Saved',
    unreachable: 'The service cannot be reached; please try again.',
  },
})
