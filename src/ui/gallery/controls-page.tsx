import { useState } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { CheckboxGroup } from '#ui/controls/checkbox-group.tsx'
import { Checkbox } from '#ui/controls/checkbox.tsx'
import { ComboBox } from '#ui/controls/combo-box.tsx'
import { DateField } from '#ui/controls/date-field.tsx'
import { DatePicker } from '#ui/controls/date-picker.tsx'
import { FileDrop } from '#ui/controls/file-drop.tsx'
import { NumberField } from '#ui/controls/number-field.tsx'
import { RadioGroup } from '#ui/controls/radio-group.tsx'
import { Select } from '#ui/controls/select.tsx'
import { Stepper } from '#ui/controls/stepper.tsx'
import { Switch } from '#ui/controls/switch.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { Card } from '#ui/data/card.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { ActionsCard } from './actions-card.tsx'
import { SampleStaffFrame } from './sample-frames.tsx'

const districts = ['新华区', '卫东区', '湛河区', '石龙区'].map((label) => ({ id: label, label }))
const facilities = ['饮水', '微波炉', '充电', '空调', '急救包'].map((label) => ({ id: label, label }))

export function ControlsPage() {
  const [errors, setErrors] = useState<Record<string, string>>()
  const check = (data: FormData) =>
    setErrors(
      data.get('name')
        ? undefined
        : {
            name: '请填写站点名称。',
            district: '请选择站点所在的区县。',
            openedOn: '请填写启用日期，不能晚于今天。',
          },
    )
  return (
    <SampleStaffFrame>
      <PageHeader title="新建站点" breadcrumbs={[{ label: '站点', href: '/table' }]} />
      <Stepper label="进度" steps={['上传名册', '逐行核对', '确认导入']} current={1} />
      <ActionsCard />
      <Card>
        <Form onSubmit={check} {...(errors && { errors })}>
          <TextField label="站点名称" description="门牌上写的名称，不含单位。" name="name" />
          <Select label="区县" name="district" options={districts} />
          <ComboBox label="管理单位" options={districts} description="输入名称查找。" isOptional />
          <NumberField label="座位" name="seats" unit="个" hasSteps minValue={0} defaultValue={12} />
          <TextField label="保管员电话" name="phone" prefix="+86" inputMode="tel" />
          <DatePicker label="启用日期" name="openedOn" />
          <DateField label="出生日期" name="born" defaultValue="1990-05-01" />
          <CheckboxGroup
            label="设施"
            name="facilities"
            options={facilities}
            defaultValue={['饮水']}
            isInline
          />
          <RadioGroup
            label="开放时间"
            defaultValue="day"
            options={[
              { id: 'day', label: '白天', description: '8:00 至 18:00' },
              { id: 'all', label: '全天' },
            ]}
          />
          <TextArea label="说明" description="写给劳动者看的话。" isOptional />
          <Checkbox>我已到现场核实</Checkbox>
          <Switch description="关闭后地图上仍显示，标注暂停。">对外开放</Switch>
          <FileDrop
            label="站点照片"
            description="JPG 或 PNG，每张不超过 10 MB。"
            accept={['image/*']}
            isMultiple
            onFiles={() => undefined}
          />
          <div className="ui-row">
            <Button type="submit" variant="primary">
              保存站点
            </Button>
            <Button>取消</Button>
          </div>
        </Form>
      </Card>
    </SampleStaffFrame>
  )
}
