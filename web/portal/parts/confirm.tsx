/** @jsxImportSource preact */
import type { ComponentChildren, VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

interface Props {
  readonly question: string
  readonly yes: string
  readonly no: string
  readonly isSending?: boolean
  readonly onYes: () => void
  readonly onNo: () => void
  /** What else is to be said or filled in. */
  readonly children?: ComponentChildren
}

/** Asks once more before something that cannot be undone; Esc is no, and the focus goes back to where it was. */
export function Confirm({ question, yes, no, isSending = false, onYes, onNo, children }: Props): VNode {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      class="card"
      aria-label={question}
      onCancel={(event) => {
        event.preventDefault()
        onNo()
      }}
    >
      <p>{question}</p>
      {children}
      <p class="row">
        <button type="button" class="danger" disabled={isSending} onClick={onYes}>
          {yes}
        </button>
        <button type="button" class="plain" onClick={onNo}>
          {no}
        </button>
      </p>
    </dialog>
  )
}
