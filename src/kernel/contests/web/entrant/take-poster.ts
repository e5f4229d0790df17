const LONG_SIDE = 960
/** A tenth into the film, where most films have begun, and no further than three seconds. */
const placeIn = (seconds: number) => Math.min(3, seconds / 10)
const PATIENCE_MS = 8_000

/**
 * A frame of a film on this device, as a JPEG of 960 pixels at most; undefined where the browser cannot show such a film, as
 * with HEVC on many, and then the film begins with its own first frame.
 */
export async function takePoster(film: File): Promise<File | undefined> {
  const address = URL.createObjectURL(film)
  const video = document.createElement('video')
  try {
    video.muted = true
    video.playsInline = true
    video.preload = 'auto'
    video.src = address
    await happened(video, 'loadeddata')
    const seeked = happened(video, 'seeked')
    video.currentTime = placeIn(Number.isFinite(video.duration) ? video.duration : 0)
    await seeked
    return await drawn(video)
  } catch {
    // A poster is a courtesy; an entry without one is as good.
    return undefined
  } finally {
    video.removeAttribute('src')
    video.load()
    URL.revokeObjectURL(address)
  }
}

async function happened(video: HTMLVideoElement, event: 'loadeddata' | 'seeked'): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const late = setTimeout(() => reject(new Error(`no ${event} in time`)), PATIENCE_MS)
  video.addEventListener(event, () => resolve(), { once: true })
  video.addEventListener('error', () => reject(new Error('this film cannot be shown here')), { once: true })
  await promise.finally(() => clearTimeout(late))
}

async function drawn(video: HTMLVideoElement): Promise<File | undefined> {
  const scale = Math.min(1, LONG_SIDE / Math.max(video.videoWidth, video.videoHeight))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(video.videoWidth * scale)
  canvas.height = Math.round(video.videoHeight * scale)
  canvas.getContext('2d')!.drawImage(video, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8))
  return blob === null ? undefined : new File([blob], 'poster.jpg', { type: 'image/jpeg' })
}
