import { defineTexts } from '../../texts/define-texts.ts'

export const texts = defineTexts({
  zh: {
    product: '鸿雁专家服务',
    skip: '跳到正文',
    menu: '菜单',
    myMatters: '我的诉求',
    fileNew: '提交诉求',
    profile: '我的设置',
    otherLanguage: 'English',
    signOut: '退出登录',
    notFound: '没有这个页面',
    home: '返回我的诉求',
    unreachable: '暂时无法连接，请稍后再按一次；重复按不会重复提交。',
    yes: '是',
    no: '否',
  },
  en: {
    product: 'Hongyan for experts',
    skip: 'Skip to content',
    menu: 'Menu',
    myMatters: 'My matters',
    fileNew: 'New appeal',
    profile: 'My settings',
    otherLanguage: '中文',
    signOut: 'Sign out',
    notFound: 'There is no such page',
    home: 'Back to my matters',
    unreachable: 'No connection just now. Please press again; pressing twice counts once.',
    yes: 'Yes',
    no: 'No',
  },
})
