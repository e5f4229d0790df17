-- A standard as data: what a station must show, by which evidence, how old that may be. A version never changes; a
-- draft does until it is proposed.
create table stations.standard_version (
  id uuid primary key,
  standard text not null check (standard ~ '^[a-z][a-z0-9-]{1,39}$'),
  no integer not null check (no > 0),
  content jsonb not null,
  made_by text not null,
  made_by_bk platform.bucket,
  made_by_id uuid,
  made_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint standard_version_no unique (standard, no)
);

create table stations.standard_draft (
  id uuid primary key,
  standard text not null check (standard ~ '^[a-z][a-z0-9-]{1,39}$'),
  organisation_id uuid not null references organisations.organisation,
  revision integer not null default 1 check (revision > 0),
  content jsonb not null,
  made_by text not null,
  made_by_bk platform.bucket,
  made_by_id uuid,
  updated_at timestamptz not null
);

-- A version that is proposed to hold from a day on; who decides is kept by the case.
create table stations.standard_proposal (
  version_id uuid primary key references stations.standard_version,
  draft_id uuid not null,
  from_day date not null,
  case_id uuid not null,
  recorded_at timestamptz not null default clock_timestamp()
);

-- Append-only: which version holds from which day. Of one day the latest decision stands.
create table stations.standard_force (
  version_id uuid not null references stations.standard_version,
  from_day date not null,
  case_id uuid,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (from_day, version_id)
);

-- Dated evidence, append-only; what was taken back stands in the table below, with the reason.
create table stations.evidence (
  id uuid primary key,
  station_id uuid not null references stations.station,
  kind text not null check (kind in ('photo', 'document', 'answer', 'keeper')),
  -- The photo's or document's kind, or the question; empty for a keeper's word.
  what text not null,
  is_favourable boolean not null default true,
  -- When it was so: taken, signed, answered.
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  by_kind text not null check (by_kind in ('keeper', 'officer', 'inspector')),
  by_name text not null,
  by_bk platform.bucket,
  by_id uuid,
  photo_id uuid references stations.photo,
  -- As it arrived, for whoever may see it.
  file_id uuid,
  inspection_id uuid,
  -- The server's challenge that a photo answers: it proves one photo of a kind.
  challenge uuid,
  distance_metres integer check (distance_metres >= 0),
  proof text check (proof in ('code-and-position', 'code', 'position', 'none')),
  camera_at timestamptz,
  constraint evidence_challenge_once unique (challenge, what),
  check ((kind = 'photo') = (photo_id is not null)),
  check (kind <> 'document' or file_id is not null),
  check (kind <> 'answer' or inspection_id is not null),
  check ((kind = 'keeper') = (what = ''))
);
create index evidence_station on stations.evidence (station_id, kind, what, is_favourable, at desc);
create index evidence_photo on stations.evidence (photo_id) where photo_id is not null;

create table stations.evidence_withdrawal (
  evidence_id uuid primary key references stations.evidence,
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  reason text not null check (length(reason) between 4 and 400),
  cause text not null check (cause in ('officer', 'same-picture', 'finding-lifted')),
  by_name text not null,
  by_bk platform.bucket,
  by_id uuid
);

-- What a photo looks like, so that one that serves two stations is found.
create table stations.picture_print (
  evidence_id uuid primary key references stations.evidence,
  station_id uuid not null references stations.station,
  difference bit(64) not null,
  pattern bit(64) not null
);

-- Two photos of two stations that look alike: shown to a person, decided by a person.
create table stations.likeness (
  id uuid primary key,
  evidence_id uuid not null references stations.evidence,
  other_id uuid not null references stations.evidence,
  distance_bits integer not null check (distance_bits between 0 and 64),
  found_at timestamptz not null,
  constraint likeness_once unique (evidence_id, other_id)
);

create table stations.likeness_verdict (
  likeness_id uuid primary key references stations.likeness,
  is_same boolean not null,
  reason text not null check (length(reason) between 4 and 400),
  at timestamptz not null,
  by_name text not null,
  by_bk platform.bucket,
  by_id uuid
);

-- Decisions about a certificate, append-only; the last that speaks of no warning stands.
create table stations.sanction (
  id uuid primary key,
  station_id uuid not null references stations.station,
  kind text not null
    check (kind in ('warning', 'suspension', 'withdrawal', 'restoration', 'warning-lifted')),
  from_day date not null,
  reason text not null,
  case_id uuid not null,
  recorded_at timestamptz not null default clock_timestamp()
);
create index sanction_station on stations.sanction (station_id, from_day);

-- What is proposed, until the case about it ends.
create table stations.sanction_proposal (
  case_id uuid primary key,
  station_id uuid not null references stations.station,
  kind text not null check (kind in ('warning', 'suspension', 'withdrawal', 'restoration')),
  reason text not null,
  made_at timestamptz not null
);

-- The current face of a certificate: computed, never set by hand. Each turn also stands in the history below.
create table stations.certificate (
  station_id uuid primary key references stations.station,
  no integer not null check (no > 0),
  version_id uuid not null references stations.standard_version,
  state text not null check (state in ('complete', 'lapsing', 'incomplete', 'suspended', 'withdrawn')),
  since date not null,
  failing text[] not null,
  -- The last day on which all of it holds.
  lapses_on date,
  -- The day on which time alone changes it: what the daily job looks for.
  turns_on date,
  computed_at timestamptz not null,
  check (state not in ('complete', 'lapsing') or cardinality(failing) = 0)
);
create index certificate_turns on stations.certificate (turns_on) where turns_on is not null;
create index certificate_state_now on stations.certificate (state, lapses_on);

-- Append-only. A figure asks: the latest row with valid_from <= asOf and recorded_at <= recordedUpTo.
create table stations.certificate_state (
  station_id uuid not null references stations.station,
  no integer not null check (no > 0),
  version_id uuid not null references stations.standard_version,
  state text not null check (state in ('complete', 'lapsing', 'incomplete', 'suspended', 'withdrawn')),
  failing text[] not null,
  lapses_on date,
  valid_from date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  -- What made it turn: evidence, a finding, time, the standard, a decision, the register.
  cause text not null,
  primary key (station_id, no)
);
create index certificate_state_recorded on stations.certificate_state (recorded_at);

grant select, insert on stations.standard_version, stations.standard_proposal, stations.standard_force,
  stations.evidence, stations.evidence_withdrawal, stations.picture_print, stations.likeness,
  stations.likeness_verdict, stations.sanction, stations.sanction_proposal, stations.certificate_state to zhenyi_app;
grant select, insert, update, delete on stations.standard_draft to zhenyi_app;
grant select, insert, update on stations.certificate to zhenyi_app;

-- Three standards come with the platform; the first is this city's and holds until another is put in force.
insert into stations.standard_version (id, standard, no, content, made_by, made_at) values
('01900000-0000-7000-8000-000000006001', 'six-haves', 1, '{"title":{"zh":"爱心驿站“六有”标准","en":"The six haves"},"source":{"zh":"本市户外劳动者爱心驿站建设要求（六有）","en":"This city’s requirements for rest stations (six haves)"},"lapsingWithinDays":30,"criteria":[
  {"id":"sign","title":{"zh":"有统一标识","en":"A common sign"},"words":{"zh":"门口挂统一标识，外面看得到。","en":"The common sign at the door, seen from outside."},"needs":[{"anyOf":[{"kind":"photo","of":"sign","maxAgeDays":365},{"kind":"answer","question":"sign-shown","words":{"zh":"门口有统一标识，看得清","en":"The common sign stands at the door and can be read"},"expects":"yes","maxAgeDays":365}]}]},
  {"id":"fixed-place","title":{"zh":"有固定场所","en":"A fixed place"},"words":{"zh":"有固定的房间或区域，开放时间内进得去。","en":"A fixed room or corner that one can enter during its hours."},"needs":[{"anyOf":[{"kind":"photo","of":"inside","maxAgeDays":365},{"kind":"answer","question":"room-fixed","words":{"zh":"有固定的房间或区域，能坐下休息","en":"A fixed room or corner to sit down in"},"expects":"yes","maxAgeDays":365},{"kind":"answer","question":"door-open","words":{"zh":"在开放时间内门开着","en":"The door is open during opening hours"},"expects":"yes","maxAgeDays":180}]}]},
  {"id":"equipment","title":{"zh":"有完备设施","en":"Complete equipment"},"words":{"zh":"饮水、座椅必备，另有取暖、纳凉、热饭、充电、药箱中的三种以上，都能用。","en":"Water and seats, and three or more of heating, cooling, microwave, charging and first aid, all working."},"needs":[{"anyOf":[{"kind":"facilities","of":["water","seats"],"atLeast":2}]},{"anyOf":[{"kind":"facilities","of":["air-conditioner","heating","fan","microwave","charging","first-aid","hot-water","books"],"atLeast":3}]},{"anyOf":[{"kind":"photo","of":"equipment","maxAgeDays":180},{"kind":"answer","question":"equipment-works","words":{"zh":"设施都能用","en":"Everything that is listed works"},"expects":"yes","maxAgeDays":180}]}]},
  {"id":"rules","title":{"zh":"有管理制度","en":"Rules"},"words":{"zh":"管理制度和开放时间上墙。","en":"The rules and the opening hours hang on the wall."},"needs":[{"anyOf":[{"kind":"document","of":"rules","maxAgeDays":730},{"kind":"photo","of":"rules","maxAgeDays":365},{"kind":"answer","question":"rules-posted","words":{"zh":"管理制度上墙，写明开放时间","en":"The rules hang on the wall, with the hours"},"expects":"yes","maxAgeDays":365}]}]},
  {"id":"keeper","title":{"zh":"有人员管理","en":"A keeper"},"words":{"zh":"有管理员，每90天确认一次登记内容属实。","en":"A keeper, who confirms every 90 days that the register is right."},"needs":[{"anyOf":[{"kind":"keeper","maxAgeDays":90},{"kind":"answer","question":"keeper-known","words":{"zh":"问到的人知道谁负责","en":"Whoever is asked knows who is in charge"},"expects":"yes","maxAgeDays":180}]}]},
  {"id":"on-map","title":{"zh":"有地图可查","en":"On the map"},"words":{"zh":"坐标在本市范围内，地图上查得到。","en":"A coordinate inside the city, found on the map."},"needs":[{"anyOf":[{"kind":"place"}]}]}
]}', '—', '2019-01-01T00:00:00+08:00'),
('01900000-0000-7000-8000-000000006002', 'six-haves-elsewhere', 1, '{"title":{"zh":"“六有”标准（另一地通行的表述）","en":"The six haves, as other cities word them"},"source":{"zh":"外省市户外劳动者服务站点管理办法中的六项表述","en":"Six requirements as other cities’ station rules have them"},"lapsingWithinDays":30,"criteria":[
  {"id":"sign","title":{"zh":"统一标识名称","en":"One sign and name"},"words":{"zh":"标识和站名统一。","en":"Sign and name follow the common form."},"needs":[{"anyOf":[{"kind":"photo","of":"sign","maxAgeDays":365},{"kind":"answer","question":"sign-shown","words":{"zh":"门口有统一标识，看得清","en":"The common sign stands at the door and can be read"},"expects":"yes","maxAgeDays":365}]}]},
  {"id":"layout","title":{"zh":"合理布局","en":"Sensible layout"},"words":{"zh":"坐落方便进出，有单独的休息区。","en":"Easy to enter, with a corner to rest in."},"needs":[{"anyOf":[{"kind":"photo","of":"outside","maxAgeDays":365},{"kind":"answer","question":"room-fixed","words":{"zh":"有固定的房间或区域，能坐下休息","en":"A fixed room or corner to sit down in"},"expects":"yes","maxAgeDays":365}]},{"anyOf":[{"kind":"place"}]}]},
  {"id":"equipment","title":{"zh":"健全设施","en":"Sound equipment"},"words":{"zh":"饮水、座椅、药箱必备，都能用。","en":"Water, seats and first aid, all working."},"needs":[{"anyOf":[{"kind":"facilities","of":["water","seats","first-aid"],"atLeast":3}]},{"anyOf":[{"kind":"photo","of":"equipment","maxAgeDays":180},{"kind":"answer","question":"equipment-works","words":{"zh":"设施都能用","en":"Everything that is listed works"},"expects":"yes","maxAgeDays":180}]}]},
  {"id":"functions","title":{"zh":"完善功能","en":"Complete functions"},"words":{"zh":"能取暖纳凉、热饭、充电，至少三种。","en":"At least three of warming, cooling, heating food, charging."},"needs":[{"anyOf":[{"kind":"facilities","of":["air-conditioner","heating","fan","microwave","charging","hot-water"],"atLeast":3}]}]},
  {"id":"rules","title":{"zh":"规范制度","en":"Proper rules"},"words":{"zh":"管理制度上墙，并有共建协议或安全检查记录。","en":"Rules on the wall, with an agreement or a safety check on file."},"needs":[{"anyOf":[{"kind":"photo","of":"rules","maxAgeDays":365},{"kind":"answer","question":"rules-posted","words":{"zh":"管理制度上墙，写明开放时间","en":"The rules hang on the wall, with the hours"},"expects":"yes","maxAgeDays":365},{"kind":"document","of":"rules","maxAgeDays":730}]},{"anyOf":[{"kind":"document","of":"agreement","maxAgeDays":1095},{"kind":"document","of":"safety","maxAgeDays":365}]}]},
  {"id":"on-map","title":{"zh":"地图可查","en":"On the map"},"words":{"zh":"坐标在本市范围内，地图上查得到。","en":"A coordinate inside the city, found on the map."},"needs":[{"anyOf":[{"kind":"place"}]}]}
]}', '—', '2019-01-01T00:00:00+08:00'),
('01900000-0000-7000-8000-000000006003', 'eight-haves', 1, '{"title":{"zh":"“八有”标准","en":"The eight haves"},"source":{"zh":"部分县市通行的“八有”做法（条目按公开做法拟定，以当地文件为准）","en":"As some counties practise it; worded after public accounts, the local document decides"},"lapsingWithinDays":30,"criteria":[
  {"id":"sign","title":{"zh":"有统一标识","en":"A common sign"},"words":{"zh":"门口挂统一标识。","en":"The common sign at the door."},"needs":[{"anyOf":[{"kind":"photo","of":"sign","maxAgeDays":365},{"kind":"answer","question":"sign-shown","words":{"zh":"门口有统一标识，看得清","en":"The common sign stands at the door and can be read"},"expects":"yes","maxAgeDays":365}]}]},
  {"id":"fixed-place","title":{"zh":"有固定场所","en":"A fixed place"},"words":{"zh":"有固定的房间或区域。","en":"A fixed room or corner."},"needs":[{"anyOf":[{"kind":"photo","of":"inside","maxAgeDays":365},{"kind":"answer","question":"room-fixed","words":{"zh":"有固定的房间或区域，能坐下休息","en":"A fixed room or corner to sit down in"},"expects":"yes","maxAgeDays":365}]}]},
  {"id":"equipment","title":{"zh":"有基本设施","en":"Basic equipment"},"words":{"zh":"饮水、座椅必备，都能用。","en":"Water and seats, both working."},"needs":[{"anyOf":[{"kind":"facilities","of":["water","seats"],"atLeast":2}]},{"anyOf":[{"kind":"photo","of":"equipment","maxAgeDays":180},{"kind":"answer","question":"equipment-works","words":{"zh":"设施都能用","en":"Everything that is listed works"},"expects":"yes","maxAgeDays":180}]}]},
  {"id":"warm-cool","title":{"zh":"有冷暖条件","en":"Warm and cool"},"words":{"zh":"冬能取暖，夏能纳凉。","en":"Warm in winter, cool in summer."},"needs":[{"anyOf":[{"kind":"facilities","of":["air-conditioner","heating","fan"],"atLeast":1}]}]},
  {"id":"meal","title":{"zh":"有热饭热水","en":"Hot meals and water"},"words":{"zh":"能热饭，能接热水。","en":"Food can be heated, hot water is there."},"needs":[{"anyOf":[{"kind":"facilities","of":["microwave","hot-water"],"atLeast":1}]},{"anyOf":[{"kind":"answer","question":"water-there","words":{"zh":"有饮用水","en":"There is drinking water"},"expects":"yes","maxAgeDays":180},{"kind":"photo","of":"equipment","maxAgeDays":180}]}]},
  {"id":"first-aid","title":{"zh":"有应急药箱","en":"First aid"},"words":{"zh":"有应急药箱，药品在有效期内。","en":"A first-aid kit within its dates."},"needs":[{"anyOf":[{"kind":"facilities","of":["first-aid"],"atLeast":1}]}]},
  {"id":"rules","title":{"zh":"有管理制度","en":"Rules"},"words":{"zh":"管理制度上墙，环境整洁。","en":"Rules on the wall, and in order."},"needs":[{"anyOf":[{"kind":"document","of":"rules","maxAgeDays":730},{"kind":"photo","of":"rules","maxAgeDays":365},{"kind":"answer","question":"rules-posted","words":{"zh":"管理制度上墙，写明开放时间","en":"The rules hang on the wall, with the hours"},"expects":"yes","maxAgeDays":365}]},{"anyOf":[{"kind":"answer","question":"in-disorder","words":{"zh":"现场脏乱或堆放杂物","en":"It is dirty or used for storage"},"expects":"no","maxAgeDays":180},{"kind":"photo","of":"inside","maxAgeDays":180}]}]},
  {"id":"keeper","title":{"zh":"有专人负责","en":"Somebody in charge"},"words":{"zh":"有管理员，每60天确认一次。","en":"A keeper who confirms every 60 days."},"needs":[{"anyOf":[{"kind":"keeper","maxAgeDays":60},{"kind":"answer","question":"keeper-known","words":{"zh":"问到的人知道谁负责","en":"Whoever is asked knows who is in charge"},"expects":"yes","maxAgeDays":180}]}]}
]}', '—', '2019-01-01T00:00:00+08:00');
insert into stations.standard_force (version_id, from_day, recorded_at)
  values ('01900000-0000-7000-8000-000000006001', '2019-01-01', '2019-01-01T00:00:00+08:00');
