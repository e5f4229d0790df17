import type { Text } from '#ui/i18n/text.ts'

export type Place = {
  readonly name: string
  readonly address: string
  /** GCJ-02, as these three map services read it. */
  readonly longitude: number
  readonly latitude: number
}

export type MapLink = { readonly id: string; readonly label: Text; readonly href: string }

/** Web links that open the installed map app where there is one, and its web page where there is none. */
export function mapLinks({ name, address, longitude, latitude }: Place): MapLink[] {
  const title = encodeURIComponent(name)
  const words = encodeURIComponent(address)
  return [
    {
      id: 'amap',
      label: { zh: '高德地图', en: 'Amap' },
      href: `https://uri.amap.com/navigation?to=${longitude},${latitude},${title}&mode=walk&coordinate=gaode&src=zhenyi&callnative=1`,
    },
    {
      id: 'tencent',
      label: { zh: '腾讯地图', en: 'Tencent Maps' },
      href: `https://apis.map.qq.com/uri/v1/routeplan?type=walk&to=${title}&tocoord=${latitude},${longitude}&referer=zhenyi`,
    },
    {
      id: 'baidu',
      label: { zh: '百度地图', en: 'Baidu Maps' },
      href: `https://api.map.baidu.com/marker?location=${latitude},${longitude}&title=${title}&content=${words}&coord_type=gcj02&output=html&src=webapp.zhenyi`,
    },
  ]
}

/** For pasting into a map, a chat or a taxi order; whoever reads it needs no app of ours. */
export const placeAsText = ({ name, address, longitude, latitude }: Place): string =>
  `${name}\n${address}\n${longitude.toFixed(6)},${latitude.toFixed(6)}（GCJ-02）`
