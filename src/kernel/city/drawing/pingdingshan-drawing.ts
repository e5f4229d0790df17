// Longer than most, because it is data.

/*
 * What the schematic map shows besides districts: rivers, lakes, roads, railways and names, drawn by hand from
 * general geography in GCJ-02. A person finds the way by names and order, not by measuring: this is a 示意图.
 */
import type { DrawnLabel, DrawnLake, DrawnRiver, DrawnRoad } from '../server/drawn.ts'
import { trace } from '../server/ring.ts'

export const rivers: readonly DrawnRiver[] = [
  {
    id: 'sha',
    kind: 'river',
    weight: 2,
    name: { zh: '沙河', en: 'Sha River' },
    line: trace(
      '112.27,33.75 112.4,33.735 112.55,33.755 112.66,33.735 112.75,33.728 112.83,33.715 112.91,33.722 113,33.712 113.09,33.715 113.16,33.712 113.235,33.703 113.3,33.69 113.37,33.678 113.44,33.652 113.52,33.648 113.63,33.628 113.72,33.6',
    ),
  },
  {
    id: 'beiru',
    kind: 'river',
    weight: 2,
    name: { zh: '北汝河', en: 'Beiru River' },
    line: trace(
      '112.5,34.1 112.6,34.135 112.7,34.13 112.82,34.145 112.92,34.105 113.01,34.05 113.09,33.975 113.17,33.945 113.26,33.935 113.36,33.885 113.46,33.85 113.54,33.77 113.63,33.7 113.66,33.62',
    ),
  },
  {
    id: 'zhan',
    kind: 'river',
    weight: 1,
    name: { zh: '湛河', en: 'Zhan River' },
    line: trace(
      '113.2,33.785 113.225,33.752 113.26,33.736 113.305,33.731 113.35,33.727 113.395,33.705 113.445,33.69 113.49,33.65',
    ),
  },
  {
    id: 'li',
    kind: 'river',
    weight: 1,
    name: { zh: '澧河', en: 'Li River' },
    line: trace(
      '112.95,33.48 113.05,33.525 113.16,33.515 113.28,33.525 113.4,33.51 113.52,33.53 113.62,33.52 113.72,33.53',
    ),
  },
  {
    id: 'hui',
    kind: 'river',
    weight: 1,
    name: { zh: '灰河', en: 'Hui River' },
    line: trace(
      '113.02,33.62 113.12,33.63 113.22,33.61 113.32,33.605 113.41,33.608 113.49,33.62 113.55,33.642',
    ),
  },
]

export const lakes: readonly DrawnLake[] = [
  {
    id: 'baigui',
    kind: 'lake',
    name: { zh: '白龟湖', en: 'Baigui Lake' },
    ring: trace(
      '113.082,33.718 113.1,33.735 113.13,33.74 113.165,33.744 113.2,33.738 113.232,33.722 113.238,33.704 113.21,33.694 113.17,33.698 113.14,33.7 113.108,33.703',
    ),
  },
  {
    id: 'zhaopingtai',
    kind: 'lake',
    name: { zh: '昭平台水库', en: 'Zhaopingtai Reservoir' },
    ring: trace(
      '112.69,33.732 112.72,33.748 112.76,33.744 112.785,33.725 112.775,33.705 112.74,33.712 112.715,33.716',
    ),
  },
  {
    id: 'shimantan',
    kind: 'lake',
    name: { zh: '龙泉湖（石漫滩）', en: 'Longquan Lake (Shimantan)' },
    ring: trace('113.488,33.282 113.515,33.294 113.55,33.29 113.562,33.275 113.535,33.268 113.505,33.262'),
  },
  {
    id: 'gushitan',
    kind: 'lake',
    name: { zh: '孤石滩水库', en: 'Gushitan Reservoir' },
    ring: trace('113.055,33.512 113.075,33.528 113.1,33.524 113.105,33.508 113.08,33.5'),
  },
]

export const roads: readonly DrawnRoad[] = [
  {
    id: 'ningluo',
    kind: 'expressway',
    name: { zh: '宁洛高速', en: 'Nanjing–Luoyang Expy' },
    line: trace(
      '113.74,33.64 113.56,33.672 113.43,33.65 113.33,33.655 113.22,33.665 113.1,33.675 113.025,33.74 113.01,33.83 112.985,33.93 112.9,34.06 112.79,34.115 112.66,34.19 112.54,34.26',
    ),
  },
  {
    id: 'zhengluan',
    kind: 'expressway',
    name: { zh: '郑栾高速', en: 'Zhengzhou–Luanchuan Expy' },
    line: trace(
      '113.37,34.17 113.27,34.05 113.15,33.96 113.06,33.91 112.97,33.83 112.9,33.78 112.78,33.775 112.6,33.79 112.44,33.77 112.26,33.79',
    ),
  },
  {
    id: 'lannan',
    kind: 'expressway',
    name: { zh: '兰南高速', en: 'Lankao–Nanyang Expy' },
    line: trace('113.53,33.88 113.475,33.79 113.45,33.7 113.4,33.62 113.31,33.52 113.2,33.43 113.06,33.35'),
  },
  {
    id: 'jiaoliu',
    kind: 'railway',
    name: { zh: '焦柳铁路', en: 'Jiaozuo–Liuzhou Railway' },
    line: trace(
      '112.66,34.31 112.76,34.22 112.86,34.155 112.96,34.02 113.05,33.88 113.045,33.81 112.96,33.74 112.88,33.66 112.77,33.58 112.7,33.52',
    ),
  },
  {
    id: 'luobao',
    kind: 'railway',
    name: { zh: '漯宝铁路', en: 'Luohe–Baofeng Railway' },
    line: trace(
      '113.05,33.86 113.12,33.815 113.21,33.782 113.3,33.762 113.37,33.748 113.44,33.72 113.53,33.69 113.72,33.66',
    ),
  },
  {
    id: 'ping-an-avenue',
    kind: 'street',
    name: { zh: '平安大道', en: 'Ping’an Avenue' },
    line: trace(
      '113.09,33.775 113.15,33.772 113.21,33.764 113.26,33.757 113.32,33.754 113.38,33.756 113.43,33.762',
    ),
  },
  {
    id: 'jianshe-road',
    kind: 'street',
    name: { zh: '建设路', en: 'Jianshe Road' },
    line: trace('113.215,33.748 113.26,33.745 113.31,33.742 113.36,33.741 113.42,33.737 113.46,33.73'),
  },
  {
    id: 'shenma-avenue',
    kind: 'street',
    name: { zh: '神马大道', en: 'Shenma Avenue' },
    line: trace('113.25,33.722 113.3,33.718 113.35,33.712 113.4,33.7 113.46,33.688'),
  },
  {
    id: 'kaiyuan-road',
    kind: 'street',
    name: { zh: '开源路', en: 'Kaiyuan Road' },
    line: trace('113.302,33.776 113.303,33.745 113.304,33.715 113.306,33.68'),
  },
  {
    id: 'dong-huan-road',
    kind: 'street',
    name: { zh: '东环路', en: 'East Ring Road' },
    line: trace('113.35,33.79 113.348,33.755 113.346,33.72 113.34,33.67'),
  },
  {
    id: 'xi-huan-road',
    kind: 'street',
    name: { zh: '西环路', en: 'West Ring Road' },
    line: trace('113.262,33.79 113.262,33.757 113.262,33.725 113.268,33.685'),
  },
  {
    id: 'kuanggong-road',
    kind: 'street',
    name: { zh: '矿工路', en: 'Kuanggong Road' },
    line: trace('113.262,33.751 113.305,33.749 113.348,33.749'),
  },
  {
    id: 'zhannan-road',
    kind: 'street',
    name: { zh: '湛南路', en: 'Zhannan Road' },
    line: trace('113.262,33.729 113.305,33.725 113.346,33.722'),
  },
  {
    id: 'zhongxing-road',
    kind: 'street',
    name: { zh: '中兴路', en: 'Zhongxing Road' },
    line: trace('113.317,33.772 113.318,33.745 113.32,33.7'),
  },
  {
    id: 'lingyun-road',
    kind: 'street',
    name: { zh: '凌云路', en: 'Lingyun Road' },
    line: trace('113.28,33.757 113.28,33.73 113.283,33.69'),
  },
  {
    id: 'changan-avenue',
    kind: 'street',
    name: { zh: '长安大道', en: 'Chang’an Avenue' },
    line: trace('113.1,33.757 113.15,33.758 113.19,33.756 113.218,33.75'),
  },
  {
    id: 'xiangyun-road',
    kind: 'street',
    name: { zh: '祥云路', en: 'Xiangyun Road' },
    line: trace('113.172,33.792 113.172,33.772 113.17,33.75'),
  },
  {
    id: 'qingfeng-road',
    kind: 'street',
    name: { zh: '清风路', en: 'Qingfeng Road' },
    line: trace('113.202,33.79 113.2,33.768 113.197,33.745'),
  },
  {
    id: 'huantai-road',
    kind: 'street',
    name: { zh: '黄台路', en: 'Huangtai Road' },
    line: trace('113.385,33.757 113.388,33.725 113.39,33.69'),
  },
]

export const labels: readonly DrawnLabel[] = [
  {
    kind: 'district',
    rank: 1,
    text: { zh: '平顶山市区', en: 'City core' },
    at: [113.29, 33.858],
    overviewOnly: true,
  },
  { kind: 'district', rank: 1, text: { zh: '汝州市', en: 'Ruzhou' }, at: [112.8, 34.235] },
  { kind: 'district', rank: 1, text: { zh: '郏县', en: 'Jiaxian' }, at: [113.27, 34.015] },
  { kind: 'district', rank: 1, text: { zh: '宝丰县', en: 'Baofeng' }, at: [113.0, 33.958] },
  { kind: 'district', rank: 1, text: { zh: '鲁山县', en: 'Lushan' }, at: [112.62, 33.68] },
  { kind: 'district', rank: 1, text: { zh: '叶县', en: 'Yexian' }, at: [113.29, 33.47] },
  { kind: 'district', rank: 1, text: { zh: '舞钢市', en: 'Wugang' }, at: [113.57, 33.225] },
  { kind: 'district', rank: 2, text: { zh: '石龙区', en: 'Shilong' }, at: [112.878, 33.925] },
  { kind: 'district', rank: 2, text: { zh: '新华区', en: 'Xinhua' }, at: [113.242, 33.818] },
  { kind: 'district', rank: 2, text: { zh: '卫东区', en: 'Weidong' }, at: [113.365, 33.812] },
  { kind: 'district', rank: 2, text: { zh: '湛河区', en: 'Zhanhe' }, at: [113.235, 33.684] },
  { kind: 'district', rank: 2, text: { zh: '高新区', en: 'High-tech Zone' }, at: [113.458, 33.706] },
  { kind: 'district', rank: 2, text: { zh: '示范区', en: 'Demonstration Zone' }, at: [113.14, 33.787] },
  { kind: 'water', rank: 2, text: { zh: '白龟湖', en: 'Baigui Lake' }, at: [113.163, 33.72] },
  { kind: 'water', rank: 2, text: { zh: '昭平台水库', en: 'Zhaopingtai Reservoir' }, at: [112.735, 33.76] },
  { kind: 'water', rank: 2, text: { zh: '龙泉湖', en: 'Longquan Lake' }, at: [113.525, 33.253] },
  { kind: 'water', rank: 2, text: { zh: '沙河', en: 'Sha River' }, at: [112.48, 33.762] },
  { kind: 'water', rank: 2, text: { zh: '北汝河', en: 'Beiru River' }, at: [112.66, 34.115] },
  { kind: 'water', rank: 2, text: { zh: '澧河', en: 'Li River' }, at: [113.46, 33.535] },
  { kind: 'water', rank: 3, text: { zh: '湛河', en: 'Zhan River' }, at: [113.238, 33.737] },
  { kind: 'water', rank: 3, text: { zh: '灰河', en: 'Hui River' }, at: [113.22, 33.598] },
  { kind: 'water', rank: 3, text: { zh: '沙河', en: 'Sha River' }, at: [113.4, 33.659] },
  { kind: 'road', rank: 3, text: { zh: '宁洛高速', en: 'Nanjing–Luoyang Expy' }, at: [113.19, 33.657] },
  { kind: 'road', rank: 3, text: { zh: '郑栾高速', en: 'Zhengzhou–Luanchuan Expy' }, at: [112.69, 33.79] },
  { kind: 'road', rank: 3, text: { zh: '兰南高速', en: 'Lankao–Nanyang Expy' }, at: [113.31, 33.535] },
  { kind: 'road', rank: 3, text: { zh: '焦柳铁路', en: 'Jiaozuo–Liuzhou Railway' }, at: [112.95, 34.06] },
  { kind: 'road', rank: 3, text: { zh: '平安大道', en: 'Ping’an Avenue' }, at: [113.235, 33.764] },
  { kind: 'road', rank: 3, text: { zh: '建设路', en: 'Jianshe Road' }, at: [113.4, 33.746] },
  { kind: 'road', rank: 3, text: { zh: '神马大道', en: 'Shenma Avenue' }, at: [113.42, 33.689] },
  { kind: 'place', rank: 3, text: { zh: '尧山', en: 'Yaoshan' }, at: [112.4, 33.77] },
  { kind: 'place', rank: 3, text: { zh: '下汤', en: 'Xiatang' }, at: [112.655, 33.705] },
  { kind: 'place', rank: 3, text: { zh: '张良', en: 'Zhangliang' }, at: [112.975, 33.625] },
  { kind: 'place', rank: 3, text: { zh: '梁洼', en: 'Liangwa' }, at: [112.88, 33.82] },
  { kind: 'place', rank: 3, text: { zh: '临汝', en: 'Linru' }, at: [112.632, 34.255] },
  { kind: 'place', rank: 3, text: { zh: '寄料', en: 'Jiliao' }, at: [112.655, 34.035] },
  { kind: 'place', rank: 3, text: { zh: '小屯', en: 'Xiaotun' }, at: [112.955, 34.078] },
  { kind: 'place', rank: 3, text: { zh: '庙下', en: 'Miaoxia' }, at: [112.72, 34.207] },
  { kind: 'place', rank: 3, text: { zh: '薛店', en: 'Xuedian' }, at: [113.135, 34.065] },
  { kind: 'place', rank: 3, text: { zh: '冢头', en: 'Zhongtou' }, at: [113.302, 33.987] },
  { kind: 'place', rank: 3, text: { zh: '安良', en: 'Anliang' }, at: [113.165, 34.107] },
  { kind: 'place', rank: 3, text: { zh: '茨芭', en: 'Ciba' }, at: [113.255, 34.1] },
  { kind: 'place', rank: 3, text: { zh: '大营', en: 'Daying' }, at: [112.972, 33.95] },
  { kind: 'place', rank: 3, text: { zh: '石桥', en: 'Shiqiao' }, at: [113.095, 33.922] },
  { kind: 'place', rank: 3, text: { zh: '任店', en: 'Rendian' }, at: [113.25, 33.592] },
  { kind: 'place', rank: 3, text: { zh: '保安', en: 'Bao’an' }, at: [113.27, 33.4] },
  { kind: 'place', rank: 3, text: { zh: '常村', en: 'Changcun' }, at: [113.14, 33.486] },
  { kind: 'place', rank: 3, text: { zh: '廉村', en: 'Liancun' }, at: [113.482, 33.574] },
  { kind: 'place', rank: 3, text: { zh: '尹集', en: 'Yinji' }, at: [113.6, 33.35] },
  { kind: 'place', rank: 3, text: { zh: '尚店', en: 'Shangdian' }, at: [113.43, 33.255] },
  { kind: 'place', rank: 3, text: { zh: '八台', en: 'Batai' }, at: [113.63, 33.415] },
  { kind: 'road', rank: 3, text: { zh: '西环路', en: 'West Ring Road' }, at: [113.262, 33.7945] },
  { kind: 'road', rank: 3, text: { zh: '开源路', en: 'Kaiyuan Road' }, at: [113.302, 33.7805] },
  { kind: 'road', rank: 3, text: { zh: '东环路', en: 'East Ring Road' }, at: [113.35, 33.7945] },
  { kind: 'road', rank: 3, text: { zh: '中兴路', en: 'Zhongxing Road' }, at: [113.317, 33.7755] },
  { kind: 'road', rank: 3, text: { zh: '凌云路', en: 'Lingyun Road' }, at: [113.283, 33.6865] },
  { kind: 'road', rank: 3, text: { zh: '湛南路', en: 'Zhannan Road' }, at: [113.354, 33.7205] },
  { kind: 'road', rank: 3, text: { zh: '平安大道', en: 'Ping’an Avenue' }, at: [113.333, 33.7575] },
  { kind: 'road', rank: 3, text: { zh: '长安大道', en: 'Chang’an Avenue' }, at: [113.118, 33.7615] },
  { kind: 'road', rank: 3, text: { zh: '祥云路', en: 'Xiangyun Road' }, at: [113.172, 33.7955] },
]
