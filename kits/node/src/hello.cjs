'use strict';
// The handshake.

const { encode } = require('./values.cjs');

const PROTOCOL = 1;
const { stringify } = JSON;

/** The answer to `message`, or undefined if there is no protocol in common. */
function hello(options, message) {
  const [lowest, highest] = Array.isArray(message.protocol) ? message.protocol : [];
  if (!(lowest <= PROTOCOL && PROTOCOL <= highest)) return undefined;
  const { name, version, language = 'javascript', operations, stages, observes, maxInFlight = 64, unsupported } = options;
  const pins = Object.entries(options.pins).map(([fact, value]) => `${stringify(fact)}:${encode(value)}`);
  const rest = stringify({
    implementation: { name, version, language }, operations, stages, observes, max_in_flight: maxInFlight, unsupported,
  });
  return `{"type":"hello","protocol":${PROTOCOL},"pins":{${pins.join(',')}},${rest.slice(1)}`;
}

module.exports = { hello };
