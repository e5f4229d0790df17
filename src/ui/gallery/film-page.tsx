import { Card } from '#ui/data/card.tsx'
import { FilmPlayer } from '#ui/film/film-player.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import film from './sample-film.mp4'
import { SampleStaffFrame } from './sample-frames.tsx'

export function FilmPage() {
  return (
    <SampleStaffFrame>
      <PageHeader title="视频" summary="横拍、竖拍、放不了的时候。" />
      <Card title="横拍">
        <FilmPlayer src={film} label="作品 12 号的视频">
          <p>播放的是参赛者上传的原片</p>
        </FilmPlayer>
      </Card>
      <Card title="竖拍，时长已知">
        <FilmPlayer src={film} label="作品 13 号的视频" width={1080} height={1920} seconds={12} />
      </Card>
      <Card title="放不了">
        <FilmPlayer src="data:video/mp4;base64,AAAA" label="作品 14 号的视频" />
      </Card>
    </SampleStaffFrame>
  )
}
