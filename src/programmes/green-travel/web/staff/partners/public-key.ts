/** A reader's public key as its maker writes it, 32 bytes in base64 or hexadecimal; undefined where it is none. */
export function publicKeyOf(text: string): string | undefined {
  const plain = text.replace(/\s/g, '')
  if (/^[0-9a-fA-F]{64}$/.test(plain))
    return btoa(plain.replace(/../g, (pair) => String.fromCharCode(parseInt(pair, 16))))
  const base64 = plain.replaceAll('-', '+').replaceAll('_', '/').replace(/=$/, '')
  // The last of 43 letters holds four bits of the key: two of its six are zero.
  return /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]$/.test(base64) ? `${base64}=` : undefined
}
