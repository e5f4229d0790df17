/** RFC 9285: bytes in the alphabet of a QR code's alphanumeric mode, which cheap readers give out without loss. */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

export function toBase45(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 2) {
    const isPair = i + 1 < bytes.length
    let rest = isPair ? bytes[i]! * 256 + bytes[i + 1]! : bytes[i]!
    for (let letters = isPair ? 3 : 2; letters > 0; letters -= 1) {
      text += ALPHABET[rest % 45]!
      rest = Math.floor(rest / 45)
    }
  }
  return text
}

/** Undefined where a letter or a group is not one of the alphabet's. */
export function fromBase45(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 3 === 1) return undefined
  const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (text.length % 3 === 2 ? 1 : 0))
  let at = 0
  for (let i = 0; i < text.length; i += 3) {
    const group = [...text.slice(i, i + 3)].map((letter) => ALPHABET.indexOf(letter))
    if (group.includes(-1)) return undefined
    const value = group.reduceRight((sum, digit) => sum * 45 + digit, 0)
    if (value > (group.length === 3 ? 0xff_ff : 0xff)) return undefined
    if (group.length === 3) bytes[at++] = value >> 8
    bytes[at++] = value & 0xff
  }
  return bytes
}
