import { createContext, type ReactNode, useContext, useState } from 'react'
import type { Language } from '../../../domain/text.ts'
import { chosenLanguage, keepLanguage } from '../../texts/language-cookie.ts'

interface Choice {
  readonly language: Language
  readonly choose: (language: Language) => void
}

const LanguageContext = createContext<Choice>({ language: 'zh', choose: () => {} })

/** The language chosen last, else the browser's, else Chinese. */
export function firstLanguage(): Language {
  return chosenLanguage(document.cookie) ?? (navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh')
}

let present: Language = 'zh'
/** The language of the pages now, for what is not drawn (requests). */
export const presentLanguage = (): Language => present

export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState(firstLanguage)
  present = language
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  const choose = (next: Language): void => {
    keepLanguage(next)
    present = next
    setLanguage(next)
  }
  return <LanguageContext value={{ language, choose }}>{children}</LanguageContext>
}

export function useLanguage(): Choice {
  return useContext(LanguageContext)
}

/** The texts of a page in the language that is chosen. */
export function useTexts<T>(texts: Readonly<Record<Language, T>>): T {
  return texts[useLanguage().language]
}
