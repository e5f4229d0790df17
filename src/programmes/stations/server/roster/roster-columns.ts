import type { ColumnSpec } from '#platform/tabular/find-header.ts'

import type { RosterField } from './roster-verdict.ts'

const column = (
  key: RosterField,
  zh: string,
  en: string,
  aliases: string,
  required = false,
): ColumnSpec<RosterField> => ({ key, text: { zh, en }, aliases: aliases.split(' '), required })

/** The columns of a station roster, with the words seen above them. */
export const rosterColumns: readonly ColumnSpec<RosterField>[] = [
  column(
    'name',
    '站点名称',
    'Name',
    '驿站名称 名称 站点 驿站 站名 爱心驿站名称 服务站点名称 户外劳动者服务站点名称',
    true,
  ),
  column('code', '站点编码', 'Code', '编码 站点编号 驿站编号 驿站编码 统一编码'),
  column(
    'district',
    '所属县区',
    'District',
    '县区 区县 所属区县 所在县区 所在区县 县（市、区） 所属县（市、区） 行政区划 区划代码 行政区划代码 所属区域 辖区',
    true,
  ),
  column(
    'address',
    '详细地址',
    'Address',
    '地址 站点地址 驿站地址 具体地址 所在地址 具体位置 位置 站点位置',
    true,
  ),
  column('coordinates', '坐标', 'Coordinates', '经纬度 地理坐标 坐标（经度,纬度） 经纬度坐标 位置坐标 定位'),
  column('longitude', '经度', 'Longitude', '东经 lng lon long x坐标'),
  column('latitude', '纬度', 'Latitude', '北纬 lat y坐标'),
  column('datum', '坐标系', 'Datum', '坐标系统 坐标类型 坐标基准'),
  column('hours', '开放时间', 'Opening hours', '营业时间 服务时间 开放时段 对外开放时间 运营时间 服务时段'),
  column(
    'facilities',
    '服务设施',
    'Facilities',
    '设施 设备 配套设施 设施设备 服务项目 配备设施 设施清单 便民设施',
  ),
  column(
    'hostUnit',
    '承办单位',
    'Host unit',
    '主办单位 建设单位 依托单位 所属单位 管理单位 运营单位 责任单位 单位名称',
  ),
  column('keeperName', '站长', 'Keeper', '管理员 负责人 联系人 站长姓名 管理员姓名 负责人姓名 责任人'),
  column(
    'keeperPhone',
    '联系电话',
    'Phone',
    '电话 联系方式 手机 手机号 手机号码 电话号码 站长电话 管理员电话 负责人电话',
  ),
  column('level', '级别', 'Level', '等级 荣誉 站点级别 站点等级 荣誉称号 获得荣誉 星级'),
  column(
    'openedOn',
    '启用日期',
    'Opened on',
    '建成时间 建成日期 启用时间 建立时间 建站时间 建站日期 投用时间 设立时间 成立时间',
  ),
]
