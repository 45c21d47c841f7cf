/** @jsxImportSource preact */
import { hydrate } from 'preact'
import './portal.css'
import type { PageData } from './page.ts'
import { pageNamed } from './pages.tsx'

const root = document.getElementById('root')
const data = document.getElementById('data')?.textContent
if (root !== null && data != null) {
  const read = JSON.parse(data) as PageData
  hydrate(pageNamed(read.page).draw(read), root)
}
