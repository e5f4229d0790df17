import { useLocation, useNavigate } from '@tanstack/react-router'

/** The address's query as text, and a way to change it: what a list shows can be sent, kept and gone back to. */
export function useSearchText(): [URLSearchParams, (search: URLSearchParams) => void] {
  const { pathname, searchStr } = useLocation()
  const navigate = useNavigate()
  const change = (search: URLSearchParams) => {
    const text = search.toString()
    void navigate({ href: text === '' ? pathname : `${pathname}?${text}`, replace: true, resetScroll: false })
  }
  return [new URLSearchParams(searchStr), change]
}
