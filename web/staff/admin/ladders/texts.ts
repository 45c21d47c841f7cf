import { defineTexts } from '../../../texts/define-texts.ts'

export const texts = defineTexts({
  zh: { title: '预警阶梯', hint: '阶梯由目录文件给出；事项可取用、略去或增加其中的级。' },
  en: { title: 'Ladders', hint: 'Ladders come from the files of the catalogue; an item takes one, leaves rungs out or adds its own.' },
})
