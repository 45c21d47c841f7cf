import { defineTexts } from '../../texts/define-texts.ts'

export const texts = defineTexts({
  zh: {
    product: '鸿雁专家服务',
    skip: '跳到正文',
    menu: '菜单',
    otherLanguage: 'English',
    signOut: '退出登录',
    notFound: '没有这个页面',
    home: '返回我的诉求',
  },
  en: {
    product: 'Hongyan for experts',
    skip: 'Skip to content',
    menu: 'Menu',
    otherLanguage: '中文',
    signOut: 'Sign out',
    notFound: 'There is no such page',
    home: 'Back to my matters',
  },
})
