/** What a field of a submitted form holds, trimmed; empty where it holds nothing. */
export function formText(data: FormData, name: string): string {
  const value = data.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
