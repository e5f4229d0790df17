/** What a poster's code holds after `/join/`: ten letters without look-alikes. It opens a form and nothing else. */
export const JOIN_CODE_LETTERS = 10

export const joinCodePattern = /^[A-Z0-9]{10}$/

export const joinPath = (code: string): string => `/join/${code}`
