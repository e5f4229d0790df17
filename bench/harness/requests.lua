-- Asks the paths of a file in turn. Every request is formatted once, so that wrk spends its time on sending.
local requests, next = {}, 0
function init(args)
  local headers = {}
  for i = 2, #args do
    local name, value = args[i]:match('^([^:]+): (.*)$')
    headers[name] = value
  end
  for path in io.lines(args[1]) do requests[#requests + 1] = wrk.format('GET', path, headers) end
end

function request()
  next = next % #requests + 1
  return requests[next]
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  print(string.format('{"rate":%.2f,"p50Ms":%.3f,"p99Ms":%.3f,"failed":%d}', summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, failed))
end
