const NAME = 'zhenyi.visitor'
let inMemory: string | undefined

/**
 * A random key that lets whoever is not signed in find their own check-ins and reports again on this phone. It
 * says nothing about them, and signing out removes it.
 */
export function visitorKey(): string {
  const kept = readKept() ?? inMemory
  if (kept !== undefined) return kept
  inMemory = newUuid()
  try {
    localStorage.setItem(NAME, inMemory)
  } catch {
    // A private window: the key lasts for this visit.
  }
  return inMemory
}

function readKept(): string | undefined {
  try {
    return localStorage.getItem(NAME) ?? undefined
  } catch {
    return undefined
  }
}

/** A version 4 UUID; `randomUUID` is kept from pages that are not https. */
function newUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const text = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`
}
