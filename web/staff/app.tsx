import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App as AntApp, ConfigProvider, Spin } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useEffect } from 'react'
import { Problem } from '../http/problem.ts'
import { LanguageProvider, useLanguage } from './shell/language.tsx'
import { Frame } from './shell/frame.tsx'
import { PersonProvider, useMe } from './shell/session.tsx'
import { SignInAgain } from './shell/sign-in-again.tsx'
import { signedOut } from './shell/signed-out.ts'
import { Live } from './live/live.tsx'
import { StaffRoutes } from './routes.tsx'

const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: (count, error) => error instanceof Problem && (error.status === 0 || error.status === 503) && count < 3 },
  },
})
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

export function App(): ReactNode {
  return (
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <InLanguage />
      </LanguageProvider>
    </QueryClientProvider>
  )
}

function InLanguage(): ReactNode {
  const { language } = useLanguage()
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      csp={{ nonce }}
      theme={{ zeroRuntime: true }}
      button={{ autoInsertSpace: false }}
    >
      <AntApp>
        <SignedIn />
        <SignInAgain />
      </AntApp>
    </ConfigProvider>
  )
}

/** Nothing is drawn before the person is known; who is not signed in goes to the page for it, and comes back here. */
function SignedIn(): ReactNode {
  const me = useMe()
  useEffect(() => {
    if (me === null && !signedOut.is()) location.assign(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`)
    if (me?.kind === 'expert') location.assign('/my')
    if (me?.kind === 'staff') signedOut.begin()
  }, [me])
  if (me === undefined || me === null || me.kind === 'expert') return <Spin fullscreen />
  return (
    <PersonProvider person={me}>
      <Live />
      <Frame>
        <StaffRoutes />
      </Frame>
    </PersonProvider>
  )
}
