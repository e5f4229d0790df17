import {
  DIFFERENCE_SIZE,
  PATTERN_SIZE,
  printOf,
  type PicturePrint,
} from '../../rules/evidence/picture-print.ts'

type Size = { readonly width: number; readonly height: number }

/** A picture's print from its bytes; turned upright first, so that a turned copy prints the same. */
export async function printPicture(picture: string | Buffer): Promise<PicturePrint> {
  // Loaded with the first photo, as in the files part: its native library costs memory that most starts never need.
  const { default: sharp } = await import('sharp')
  const grey = async ({ width, height }: Size) => ({
    width,
    height,
    values: await sharp(picture)
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .greyscale()
      .resize({ width, height, fit: 'fill', kernel: 'cubic' })
      .raw()
      .toBuffer(),
  })
  return printOf(await grey(DIFFERENCE_SIZE), await grey(PATTERN_SIZE))
}
