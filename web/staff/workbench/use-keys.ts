import { useEffect, useRef } from 'react'
import { deedOf, type KeyDeed, keysAreOn } from './keys.ts'

/** Calls `onDeed` for each key of the workbench, unless the person put the keys off. */
export function useKeys(onDeed: (deed: KeyDeed) => void): void {
  const latest = useRef(onDeed)
  latest.current = onDeed
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !keysAreOn(localStorage)) return
      const deed = deedOf(event, isTyping(event.target))
      if (deed === null) return
      event.preventDefault()
      latest.current(deed)
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], [role=listbox], [role=menu], .ant-modal, .ant-popover') !== null
  )
}

/** Moves the focus to the next or previous task of the list; to the first where none has it. */
export function moveFocus(step: 1 | -1): void {
  const buttons = [...document.querySelectorAll<HTMLElement>('[data-task]')]
  const here = document.activeElement instanceof HTMLElement ? buttons.indexOf(document.activeElement) : -1
  const next = buttons[here === -1 ? 0 : Math.min(Math.max(here + step, 0), buttons.length - 1)]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

/** The task whose number has the focus. */
export function focusedTask(): string | null {
  return (document.activeElement instanceof HTMLElement && document.activeElement.dataset['task']) || null
}
