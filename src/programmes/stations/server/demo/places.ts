/** Where stations gather in the demo city. Quarters and towns stand roughly where they are; roads are invented. */
export type DemoPlace = {
  readonly adcode: string
  readonly name: string
  readonly lng: number
  readonly lat: number
  readonly spreadMetres: number
  readonly weight: number
  readonly roads: readonly string[]
}

export type DemoQuota = {
  readonly adcode: string
  readonly stations: number
  readonly nationalBest: number
  /** People who pass by: the core is busier than a township. */
  readonly bustle: number
  readonly roads: readonly string[]
  /** name lng,lat spread in metres × weight */
  readonly places: string
}

/** 301 stations, 23 of them national best: the totals of the published page, spread over all districts. */
export const quotas: readonly DemoQuota[] = [
  {
    adcode: '410402',
    stations: 56,
    nationalBest: 4,
    bustle: 1.25,
    roads: '鹰翔路 矿新街 湛北路 晨光路 青山街 煤海路 和顺路 西苑街'.split(' '),
    places:
      '体育村 113.285,33.742 960×6|西市场 113.292,33.751 810×6|光明 113.277,33.750 870×5|湛北 113.268,33.738 870×4|焦店 113.248,33.748 1080×3|青石山 113.272,33.774 1010×3|薛庄 113.250,33.800 1300×2|滍阳 113.170,33.838 1300×2|香山 113.205,33.852 1080×1',
  },
  {
    adcode: '410403',
    stations: 52,
    nationalBest: 3,
    bustle: 1.2,
    roads: '东风里街 建东路 鸿雁路 五星路 矿建街 北山路 永安街 联盟路'.split(' '),
    places:
      '东安 113.318,33.752 870×6|五一 113.334,33.745 810×6|鸿鹰 113.352,33.750 960×5|东工人镇 113.322,33.767 870×4|申楼 113.382,33.760 1080×3|优越 113.340,33.768 930×3|蒲城 113.400,33.778 1080×2|东高皇 113.405,33.797 1240×1',
  },
  {
    adcode: '410411',
    stations: 46,
    nationalBest: 3,
    bustle: 1.1,
    roads: '湛南街 沙湾路 锦绣路 荆山街 南苑路 稻香路 河滨东街 育新路'.split(' '),
    places:
      '马庄 113.302,33.721 870×6|南苑 113.276,33.716 930×5|轻工 113.330,33.719 870×5|河滨 113.322,33.730 650×4|姚孟 113.258,33.704 1010×3|高阳 113.288,33.707 930×3|荆山 113.335,33.692 1080×2|北渡 113.245,33.678 1240×2|曹镇 113.195,33.658 1080×1',
  },
  {
    adcode: '410471',
    stations: 16,
    nationalBest: 1,
    bustle: 0.95,
    roads: '创智路 神飞大道 锦程街 高新二路 尼龙街 启明路'.split(' '),
    places:
      '科创园 113.378,33.722 780×5|皇台 113.374,33.704 780×4|遵化店 113.412,33.695 1080×3|电气城 113.430,33.722 1080×3|尼龙城 113.452,33.703 1080×2',
  },
  {
    adcode: '410472',
    stations: 24,
    nationalBest: 2,
    bustle: 1,
    roads: '长湖大道 祥和路 清风路 翠竹路 应国街 明德路 湖光路'.split(' '),
    places:
      '新城 113.185,33.763 930×6|湖滨 113.168,33.752 780×4|应滨 113.206,33.756 700×4|清风 113.190,33.778 930×3|长湖 113.140,33.772 1080×2|闫庄 113.100,33.764 1080×1',
  },
  {
    adcode: '410404',
    stations: 6,
    nationalBest: 1,
    bustle: 0.5,
    roads: '龙翔大道 石兴路 龙河街'.split(' '),
    places: '龙兴 112.884,33.901 880×4|高庄 112.902,33.916 750×2|龙河 112.868,33.886 750×2',
  },
  {
    adcode: '410421',
    stations: 17,
    nationalBest: 2,
    bustle: 0.65,
    roads: '香山大道 迎宾街 龙源路 父城路 酒都街 中州路'.split(' '),
    places:
      '城关 113.066,33.868 1000×8|龙兴寺 113.052,33.857 750×3|杨庄 113.100,33.845 880×2|周庄 113.118,33.872 880×1|石桥 113.095,33.908 880×1|商酒务 113.045,33.935 880×1|大营 112.972,33.935 880×1|闹店 113.118,33.832 620×1',
  },
  {
    adcode: '410422',
    stations: 17,
    nationalBest: 1,
    bustle: 0.6,
    roads: '昆阳大道 盐都街 叶公路 文庙街 九龙路 许南街'.split(' '),
    places:
      '昆阳 113.358,33.622 1000×8|盐都 113.372,33.634 750×3|任店 113.250,33.606 880×1|廉村 113.482,33.588 880×1|洪庄杨 113.468,33.658 750×1|辛店 113.285,33.545 880×1|保安 113.270,33.415 880×1|常村 113.140,33.500 750×1|龙泉 113.425,33.545 880×1',
  },
  {
    adcode: '410423',
    stations: 18,
    nationalBest: 2,
    bustle: 0.65,
    roads: '鲁阳大道 琴台街 墨公路 尧山路 花瓷街 老城西路'.split(' '),
    places:
      '鲁阳 112.908,33.739 940×8|琴台 112.893,33.748 750×3|张店 112.970,33.735 880×1|辛集 113.035,33.752 750×1|张良 112.975,33.640 880×1|梁洼 112.880,33.835 750×1|下汤 112.655,33.722 880×2|赵村 112.520,33.772 880×1|尧山 112.400,33.752 880×2',
  },
  {
    adcode: '410425',
    stations: 15,
    nationalBest: 1,
    bustle: 0.6,
    roads: '龙山大道 铁锅街 行政路 文化西街 三苏路 茶马街'.split(' '),
    places:
      '龙山 113.216,33.972 1000×8|东城 113.232,33.965 750×3|薛店 113.135,34.050 750×1|安良 113.165,34.092 750×1|冢头 113.302,34.002 880×1|堂街 113.335,33.905 880×1|茨芭 113.255,34.085 880×1',
  },
  {
    adcode: '410481',
    stations: 14,
    nationalBest: 2,
    bustle: 0.6,
    roads: '钢城大道 垭口街 龙泉路 铁山路 石漫滩大道 温州街'.split(' '),
    places:
      '垭口 113.512,33.312 810×7|朱兰 113.535,33.326 750×4|寺坡 113.520,33.302 500×3|尹集 113.600,33.335 880×1|尚店 113.430,33.270 880×1|八台 113.630,33.400 880×1|枣林 113.600,33.445 750×1',
  },
  {
    adcode: '410482',
    stations: 20,
    nationalBest: 1,
    bustle: 0.8,
    roads: '汝瓷大道 风穴街 望嵩路 广成路 洗耳河街 丹阳路 云禅街'.split(' '),
    places:
      '钟楼 112.842,34.168 940×8|风穴 112.856,34.180 750×4|煤山 112.828,34.162 750×3|洗耳河 112.818,34.172 750×3|庙下 112.720,34.192 880×1|临汝 112.632,34.238 880×1|寄料 112.655,34.050 880×1|小屯 112.955,34.060 880×1|纸坊 112.930,34.125 880×1',
  },
]

/** Reads the short notation of a quota's places. */
export function placesOf({ adcode, roads, places }: DemoQuota): DemoPlace[] {
  return places.split('|').map((written) => {
    const match = /^(\S+) ([\d.]+),([\d.]+) (\d+)×(\d+)$/u.exec(written)
    const [, name = '', lng, lat, spread, weight] = match ?? []
    if (match === null) throw new SyntaxError(`Not a place: "${written}"`)
    return {
      adcode,
      name,
      roads,
      lng: Number(lng),
      lat: Number(lat),
      spreadMetres: Number(spread),
      weight: Number(weight),
    }
  })
}
