'use strict';
// Mistakes about versions of the base library and canIUse.

const { changeAnswer, replace } = require('./plant.cjs');

const CALL = 'tt.openAwemeCustomerService';
const ASK = 'tt.canIUse';
const fault = (name, operation, breaks, note, plant) => ({ name, operation, breaks, note, plant });

const ITEM_PARAMETERS = ['goodType', 'orderAmount', 'goodName'];
const itemSince = (version) =>
  changeAnswer('parameterSince', (since, name) => (ITEM_PARAMETERS.includes(name) ? version : since));
const asText = (a, b) => (a < b ? -1 : Number(a > b));

module.exports = [
  fault(
    'gate-too-early',
    CALL,
    'goodType, orderAmount, goodName need base library 3.47.0 (parameter table)',
    'gate at 3.46.0',
    itemSince('3.46.0'),
  ),
  fault(
    'gate-too-late',
    CALL,
    'goodType, orderAmount, goodName work from base library 3.47.0 on (parameter table)',
    'gate at 3.47.1',
    itemSince('3.47.1'),
  ),
  fault('gate-missing', CALL, 'goodType, orderAmount, goodName need base library 3.47.0 (parameter table)', 'no gate', itemSince('0')),
  fault(
    'method-gate-too-late',
    CALL,
    'the method works from base library 2.64.0 on (head of the document)',
    'gate at 2.65.0',
    replace('methodSince', () => '2.65.0'),
  ),
  fault(
    'method-gate-missing',
    CALL,
    'the method needs base library 2.64.0 (head of the document)',
    'no gate',
    replace('methodSince', () => '0'),
  ),
  fault(
    'versions-as-text',
    CALL,
    'versions compare part by part as numbers: 2.100.0 is newer than 2.64.0 (head of the document, parameter table)',
    'compares as text; breaks tt.canIUse too',
    replace('compareVersions', asText),
  ),
  fault(
    'versions-exclusive',
    CALL,
    '2.64.0 and 3.47.0 themselves are enough (head of the document, parameter table: "及以上")',
    '"newer than" instead of "at least"; breaks tt.canIUse too',
    replace('supports', function supports(since) {
      return this.compareVersions(this.world.base_library, since) > 0;
    }),
  ),
  fault(
    'can-i-use-ungated',
    ASK,
    'goodType can not be used below 3.47.0 (section goodType)',
    'knows the path but not its version',
    changeAnswer('canIUse', (_answer, path) => path === 'openAwemeCustomerService.object.goodType'),
  ),
  fault(
    'can-i-use-by-method',
    ASK,
    'goodType needs 3.47.0, not the 2.64.0 of the method (section goodType)',
    'looks at the method only',
    replace('pathSince', function pathSince(path) {
      return path.startsWith('openAwemeCustomerService') ? this.methodSince() : undefined;
    }),
  ),
  fault(
    'can-i-use-too-early',
    ASK,
    'goodType can not be used below 3.47.0 (section goodType)',
    'gate at 3.46.0',
    changeAnswer('pathSince', (since, path) => (path.endsWith('.goodType') ? '3.46.0' : since)),
  ),
  fault(
    'can-i-use-versions-as-text',
    ASK,
    'versions compare part by part as numbers: 3.100.0 is newer than 3.47.0 (section goodType)',
    'compares as text, here only',
    replace('canIUse', function canIUse(path) {
      const since = this.pathSince(String(path));
      return since !== undefined && asText(this.world.base_library, since) >= 0;
    }),
  ),
  fault(
    'can-i-use-never',
    ASK,
    'goodType can be used from 3.47.0 on (section goodType)',
    'the path was not registered',
    replace('canIUse', () => false),
  ),
];
