'use strict';
// Mistakes about the app, its version, the system, and virtual goods.

const { assume, changeAnswer, forget, replace } = require('../plant.cjs');

const fault = (name, breaks, note, plant) => ({ name, operation: 'tt.pay', breaks, note, plant });

/** The version of one app (on one system) for one kind of payment is another. */
const since = (kind, host, os, version) =>
  changeAnswer('hostSince', (real, { service }, app, system) => {
    const meant = (service > 1 ? 'direct' : 'desk') === kind && app === host && (os === undefined || system === os);
    return meant ? version : real;
  });

const KINDS = { desk: 'the desk', direct: 'direct payment' };

/** Both sides of one gate: a version too low is accepted, the version itself is refused. */
const gate = (kind, host, os, version, below, above) => {
  const where = `${host}${os === undefined ? '' : `-${os}`}`;
  const demand = `${KINDS[kind]} works in ${host}${os === undefined ? '' : ` on ${os}`} from ${version} on`;
  return [
    fault(`pay-${kind}-${where}-too-early`, `${demand} (head, supported versions)`, `gate at ${below}`, since(kind, host, os, below)),
    fault(`pay-${kind}-${where}-too-late`, `${demand} (head, supported versions)`, `gate at ${above}`, since(kind, host, os, above)),
  ];
};

const asText = (a, b) => (a < b ? -1 : Number(a > b));

module.exports = [
  ...gate('desk', 'toutiao', undefined, '7.2.7', '7.2.6', '7.2.8'),
  ...gate('desk', 'douyin', 'ios', '8.6.0', '8.5.0', '8.6.1'),
  ...gate('desk', 'douyin', 'android', '7.1.0', '7.0.0', '7.1.1'),
  ...gate('direct', 'toutiao', undefined, '7.4.3', '7.4.2', '7.4.4'),
  ...gate('direct', 'douyin', 'ios', '9.1.0', '9.0.0', '9.1.1'),
  ...gate('direct', 'douyin', 'android', '8.7.0', '8.6.0', '8.7.1'),
  fault(
    'pay-host-unchecked',
    'the app needs a certain version (head, supported versions)',
    'only the base library is looked at',
    forget('hostTooOld'),
  ),
  fault(
    'pay-host-exclusive',
    'the named versions themselves are enough (head, supported versions: "+")',
    '"newer than" instead of "at least"',
    replace('hostSupports', function hostSupports(version) {
      return this.compareVersions(this.world.host_version, version) > 0;
    }),
  ),
  fault(
    'pay-host-version-as-text',
    'versions compare part by part as numbers: 10.0.0 is newer than 7.2.7 (head, supported versions)',
    'compares as text',
    replace('hostSupports', function hostSupports(version) {
      return asText(this.world.host_version, version) >= 0;
    }),
  ),
  fault(
    'pay-host-systems-swapped',
    'iOS and Android need different versions of Douyin (head, supported versions)',
    'the two are swapped',
    (cashier) => {
      const real = cashier.hostSince;
      cashier.hostSince = function swapped(request, host, os) {
        return real.call(this, request, host, os === 'ios' ? 'android' : 'ios');
      };
    },
  ),
  fault(
    'pay-desk-wants-direct-versions',
    'the desk works in older apps than direct payment (head, supported versions)',
    'one table for both',
    (cashier) => {
      const real = cashier.hostSince;
      cashier.hostSince = function later(request, host, os) {
        return real.call(this, { ...request, service: 3 }, host, os);
      };
    },
  ),
  fault(
    'pay-direct-takes-desk-versions',
    'direct payment needs newer apps than the desk (head, supported versions)',
    'one table for both',
    (cashier) => {
      const real = cashier.hostSince;
      cashier.hostSince = function earlier(request, host, os) {
        return real.call(this, { ...request, service: 1 }, host, os);
      };
    },
  ),
  fault(
    'pay-toutiao-takes-douyin-versions',
    'Toutiao needs 7.2.7 and 7.4.3 (head, supported versions)',
    'the row of Douyin for both apps',
    (cashier) => {
      const real = cashier.hostSince;
      cashier.hostSince = function other(request, host, os) {
        return real.call(this, request, host === 'toutiao' ? 'douyin' : host, os);
      };
    },
  ),
  fault('pay-toutiao-refused', 'Toutiao supports both payments (head, supported versions)', 'only Douyin is known', changeAnswer('hostSince', (version, _request, host) => (host === 'toutiao' ? undefined : version))),
  fault('pay-virtual-on-ios-accepted', 'virtual goods cannot be paid for on iOS (head, note)', 'check forgotten', forget('virtualOnIos')),
  fault(
    'pay-virtual-on-android-refused',
    'virtual goods can be paid for on Android (head, note)',
    'the system is not looked at',
    replace('virtualOnIos', function refused() {
      return this.world.virtual_goods ? this.refusal('virtual goods') : undefined;
    }),
  ),
  fault(
    'pay-ios-refused',
    'goods that are not virtual can be paid for on iOS (head, note)',
    'whatever is sold on iOS counts as virtual',
    replace('virtualOnIos', function refused() {
      return this.world.os === 'ios' ? this.refusal('iOS') : undefined;
    }),
  ),
  fault(
    'pay-virtual-on-ios-direct',
    'virtual goods cannot be paid for on iOS, whatever the service (head, note)',
    'the check is at the desk only',
    changeAnswer('virtualOnIos', (refusal, { service }) => (service > 1 ? undefined : refusal)),
  ),
  fault(
    'pay-desk-failure-silent',
    'a desk that cannot be opened calls fail (option fail; the sample: "调起收银台失败处理逻辑")',
    'opens it all the same',
    assume('desk', 'opens'),
  ),
];
