'use strict';
// Mistakes about the options of tt.pay and the versions of the base library.

const { changeAnswer, replace } = require('../plant.cjs');

const fault = (name, breaks, note, plant) => ({ name, operation: 'tt.pay', breaks, note, plant });

const asText = (a, b) => (a < b ? -1 : Number(a > b));
const directSince = (version) => replace('directSince', () => version);
const serviceIs = (change) => changeAnswer('serviceOf', (service, given) => change(given, service));

module.exports = [
  fault(
    'pay-service-2-accepted',
    'service is 1, 3 or 4: 2 is refused (option service)',
    'checks the range only, and opens the desk',
    serviceIs((given, service) => (given === 2 ? 1 : service)),
  ),
  fault(
    'pay-service-any',
    'service is 1, 3 or 4: anything else is refused (option service)',
    'whatever is not 3 or 4 opens the desk',
    serviceIs((_given, service) => service ?? 1),
  ),
  fault(
    'pay-service-text-accepted',
    'service is a number: "1" is refused (option service)',
    'converts text to a number',
    serviceIs((given, service) => (['1', '3', '4'].includes(given) ? Number(given) : service)),
  ),
  fault(
    'pay-service-1-refused',
    'service 1 opens the desk (option service)',
    'kept the services of direct payment only',
    replace('services', () => [3, 4]),
  ),
  fault(
    'pay-service-3-refused',
    'service 3 pays by WeChat (option service)',
    'the list of services lacks 3',
    replace('services', () => [1, 4]),
  ),
  fault(
    'pay-service-4-refused',
    'service 4 pays by Alipay (option service)',
    'the list of services lacks 4',
    replace('services', () => [1, 3]),
  ),
  fault(
    'pay-services-swapped',
    'service 3 is WeChat, service 4 is Alipay (option service)',
    'the two are swapped when the wallet is called',
    replace('directChannel', ({ service }) => (service === 3 ? 'alipay' : 'wx')),
  ),
  fault(
    'pay-service-3-opens-desk',
    'service 3 opens no desk (option service)',
    'only service 4 goes the direct way',
    replace('opensDesk', ({ service }) => service !== 4),
  ),
  fault(
    'pay-service-4-opens-desk',
    'service 4 opens no desk (option service)',
    'only service 3 goes the direct way',
    replace('opensDesk', ({ service }) => service !== 3),
  ),
  fault(
    'pay-service-1-skips-desk',
    'service 1 opens the desk (option service)',
    'calls the wallet at once when there is only one channel',
    changeAnswer('opensDesk', function skips(opens, { info }) {
      const urls = ['wx_url', 'alipay_url'].filter((name) => this.urlOf(info ?? {}, name) !== undefined);
      return opens && urls.length !== 1;
    }),
  ),
  fault('pay-direct-gate-missing', 'service 3 and 4 need 1.35.0.1 (option service)', 'no gate', directSince('0')),
  fault(
    'pay-direct-gate-too-early',
    'service 3 and 4 need 1.35.0.1, so 1.35.0 is too old (option service)',
    'the fourth part is left out',
    directSince('1.35.0'),
  ),
  fault(
    'pay-direct-gate-too-late',
    'service 3 and 4 work from 1.35.0.1 on (option service)',
    'gate at 1.35.1',
    directSince('1.35.1'),
  ),
  fault(
    'pay-direct-gate-exclusive',
    'service 3 and 4 work from 1.35.0.1 on (option service)',
    '"newer than" instead of "at least"',
    directSince('1.35.0.2'),
  ),
  fault(
    'pay-direct-gate-for-wechat-only',
    'service 4 needs 1.35.0.1, too (option service)',
    'the gate is in the branch of service 3',
    changeAnswer('directSince', (since, { service }) => (service === 4 ? '0' : since)),
  ),
  fault(
    'pay-gate-on-the-desk',
    'service 1 needs no more than tt.pay itself (option service)',
    'the gate of direct payment is asked for every service',
    replace('serviceTooNew', function tooNew(request) {
      return this.supports(this.directSince(request)) ? undefined : this.refusal('service needs a newer base library');
    }),
  ),
  fault(
    'pay-method-gate-too-late',
    'tt.pay works from 1.19.4 on (title)',
    'gate at 1.20.0',
    replace('methodSince', () => '1.20.0'),
  ),
  fault('pay-method-gate-missing', 'tt.pay needs 1.19.0 at least (title, table of options)', 'no gate', replace('methodSince', () => '0')),
  fault(
    'pay-versions-as-text',
    'versions compare part by part as numbers: 1.100.0 is newer than 1.19.4 (title)',
    'compares as text; the versions of the app as well',
    replace('compareVersions', asText),
  ),
  fault(
    'pay-versions-three-parts',
    'versions have a fourth part: 1.35.0 is older than 1.35.0.1 (option service)',
    'compares three parts',
    changeAnswer('compareVersions', function three(_order, a, b) {
      const parts = (text) => text.split('.').map(Number);
      const [left, right] = [parts(a), parts(b)];
      return [0, 1, 2].map((part) => (left[part] ?? 0) - (right[part] ?? 0)).find((difference) => difference !== 0) ?? 0;
    }),
  ),
  fault(
    'pay-order-info-text-accepted',
    'orderInfo is an object: a text is refused (option orderInfo)',
    'parses JSON text for the caller',
    changeAnswer('read', (request, { orderInfo }) =>
      /^{.*}$/s.test(orderInfo) ? { ...request, info: JSON.parse(orderInfo) } : request,
    ),
  ),
  fault(
    'pay-order-info-missing-silent',
    'a call that fails calls fail and complete (options fail, complete)',
    'returns early without orderInfo and tells nobody',
    changeAnswer('read', (request) => (request.info ? request : { ...request, callbacks: {} })),
  ),
  fault(
    'pay-wants-get-order-status',
    'without WeChat getOrderStatus need not be implemented (option getOrderStatus)',
    'refuses every call without it',
    changeAnswer('wrongOptional', function wants(refusal, { given }) {
      return given.getOrderStatus === undefined ? this.refusal('getOrderStatus is missing') : refusal;
    }),
  ),
  fault(
    'pay-wants-pay-channel',
    'default_pay_channel is a choice, not a duty (option payChannel; payChannel, default_pay_channel)',
    'refuses every call without it',
    changeAnswer('wrongOptional', function wants(refusal, { given }) {
      return given.payChannel?.default_pay_channel === undefined ? this.refusal('payChannel is missing') : refusal;
    }),
  ),
];
