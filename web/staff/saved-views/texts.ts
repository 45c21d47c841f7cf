import { defineTexts } from '../../texts/define-texts.ts'

export const texts = defineTexts({
  zh: {
    views: '已保存的视图',
    keep: '保存当前视图',
    name: '名称',
    shared: '与本窗口同事共享',
    remove: (name: string): string => `删除“${name}”`,
    by: (name: string): string => `${name} 共享`,
    none: '尚未保存视图。',
    kept: '已保存',
    required: '必填',
  },
  en: {
    views: 'Saved views',
    keep: 'Save this view',
    name: 'Name',
    shared: 'Share with colleagues of my windows',
    remove: (name: string): string => `Remove “${name}”`,
    by: (name: string): string => `shared by ${name}`,
    none: 'No view is saved yet.',
    kept: 'Saved',
    required: 'required',
  },
})
