-- Hands in rides, each once: counters of vouchers from a file, `batch` a request. Every run begins where the last ended.
local vouchers, at, batch, path, headers, taken = {}, 0, 1, '/', {}, ''
function init(args)
  for number in io.lines(args[1]) do vouchers[#vouchers + 1] = number end
  at, batch, path, taken = tonumber(args[2]), tonumber(args[3]), args[4], args[5]
  headers['content-type'] = 'application/json'
  for i = 6, #args do
    local name, value = args[i]:match('^([^:]+): (.*)$')
    headers[name] = value
  end
end

local function ride()
  local voucher = vouchers[math.floor(at / 20) % #vouchers + 1]
  local counter = at % 20 + 1
  at = at + 1
  return '{"voucher":' .. voucher .. ',"counter":' .. counter .. ',"takenAt":"' .. taken .. '","reader":"R1","route":"101"}'
end

function request()
  if batch == 1 then return wrk.format('POST', path, headers, ride()) end
  local rides = {}
  for i = 1, batch do rides[i] = ride() end
  return wrk.format('POST', path, headers, '{"rides":[' .. table.concat(rides, ',') .. ']}')
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  print(string.format('{"rate":%.2f,"p50Ms":%.3f,"p99Ms":%.3f,"failed":%d,"answered":%d}',
    summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000, latency:percentile(99) / 1000, failed,
    summary.requests))
end
