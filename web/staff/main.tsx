import 'antd/dist/antd.css'
import './staff.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { giveStylesNonce } from './shell/style-nonce.ts'

giveStylesNonce(document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '')

const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<App />)
