/** @jsxImportSource preact */
import type { VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Person } from '../../http/person.ts'
import type { PageData } from '../page.ts'
import { signedOut } from '../signed-out.ts'
import { CodeForm } from './code-form.tsx'
import { texts } from './texts.ts'

/** Asks for a code again over the page that is open; what was typed under it stays. */
export function SignInAgain({ data }: { readonly data: PageData }): VNode {
  const t = texts[data.language]
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(
    () =>
      signedOut.subscribe(() => {
        if (dialog.current?.open === false) dialog.current.showModal()
      }),
    [],
  )
  const entered = (person: Person): void => {
    if (person.id === data.person?.id) dialog.current?.close()
    else location.assign('/')
  }
  return (
    <dialog ref={dialog} class="card" aria-labelledby="sign-in-again">
      <h2 id="sign-in-again">{t.again}</h2>
      <p>{t.againWhy}</p>
      <CodeForm language={data.language} onEntered={entered} />
    </dialog>
  )
}
