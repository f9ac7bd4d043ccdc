'use strict';
// Mistakes about wx_url, wx_type, alipay_url.

const { changeAnswer, forget, replace } = require('../plant.cjs');

const fault = (name, breaks, note, plant) => ({ name, operation: 'tt.pay', breaks, note, plant });

const unchecked = (field) => changeAnswer('fieldObjection', (objection, name) => (name === field ? undefined : objection));

module.exports = [
  fault(
    'pay-wx-url-unchecked',
    'wx_url is a text, and service 3 needs it (orderInfo, wx_url)',
    'the check is forgotten',
    unchecked('wx_url'),
  ),
  fault(
    'pay-alipay-url-unchecked',
    'alipay_url is a text, and service 4 needs it (orderInfo, alipay_url)',
    'the check is forgotten',
    unchecked('alipay_url'),
  ),
  fault(
    'pay-direct-urls-optional',
    'service 3 needs wx_url, service 4 alipay_url (orderInfo, wx_url, alipay_url)',
    'the url is optional for every service',
    replace('neededUrls', () => []),
  ),
  fault(
    'pay-direct-urls-swapped',
    'service 3 needs wx_url, service 4 alipay_url (orderInfo, wx_url, alipay_url)',
    'each asks for the other one',
    replace('neededUrls', (service) => ({ 3: ['alipay_url'], 4: ['wx_url'] })[service] ?? []),
  ),
  fault(
    'pay-desk-wants-wx-url',
    'service 1 needs no wx_url (orderInfo, wx_url)',
    'asks for it whatever the service',
    changeAnswer('neededUrls', (needed, service) => (service === 1 ? ['wx_url'] : needed)),
  ),
  fault(
    'pay-desk-wants-alipay-url',
    'service 1 needs no alipay_url (orderInfo, alipay_url)',
    'asks for it whatever the service',
    changeAnswer('neededUrls', (needed, service) => (service === 1 ? ['alipay_url'] : needed)),
  ),
  fault(
    'pay-empty-wx-url-refused',
    'an empty wx_url means that WeChat is not wanted (notes on orderInfo, wx_url)',
    'an empty text is illegal',
    changeAnswer('channelObjection', (objection, name, { info }) =>
      name === 'wx_url' && info[name] === '' ? 'is illegal' : objection,
    ),
  ),
  fault(
    'pay-empty-alipay-url-refused',
    'an empty alipay_url means that Alipay is not wanted (notes on orderInfo, alipay_url)',
    'an empty text is illegal',
    changeAnswer('channelObjection', (objection, name, { info }) =>
      name === 'alipay_url' && info[name] === '' ? 'is illegal' : objection,
    ),
  ),
  fault(
    'pay-empty-direct-url-accepted',
    'service 3 needs a wx_url that is real, service 4 an alipay_url (orderInfo, wx_url, alipay_url)',
    'only looks whether the field is there',
    changeAnswer('channelObjection', (objection, name, { info }) => (info[name] === '' ? undefined : objection)),
  ),
  fault(
    'pay-wx-url-encoded-wanted',
    'wx_url is not urlencoded (orderInfo, wx_url)',
    'wants an encoded one',
    changeAnswer('isPlainUrl', (plain) => !plain),
  ),
  fault(
    'pay-wx-url-encoded-accepted',
    'a wx_url that is urlencoded is refused (orderInfo, wx_url)',
    'the check is forgotten; the same as a part of the reading url-form=never',
    replace('isPlainUrl', () => true),
  ),
  fault(
    'pay-alipay-text-unchecked',
    'alipay_url has the form app_id=...&biz_content=... (orderInfo, alipay_url)',
    'the check is forgotten; the same as a part of the reading url-form=never',
    replace('isAlipayText', () => true),
  ),
  fault(
    'pay-alipay-sdk-refused',
    'alipay_url may begin with alipay_sdk (orderInfo, alipay_url)',
    'wants app_id to come first',
    replace('isAlipayText', (text) => text.startsWith('app_id=')),
  ),
  fault(
    'pay-alipay-sdk-wanted',
    'alipay_url may begin with app_id (orderInfo, alipay_url)',
    'wants alipay_sdk to come first',
    replace('isAlipayText', (text) => text.startsWith('alipay_sdk=')),
  ),
  fault('pay-wx-type-unchecked', 'wx_type goes with wx_url (orderInfo, wx_type)', 'the check is forgotten', forget('wxTypeObjection')),
  fault(
    'pay-wx-type-optional',
    'wx_type is passed when wx_url is not empty (orderInfo, wx_type)',
    'a missing one is taken for MWEB',
    changeAnswer('isWxType', (right, type) => right || type === undefined),
  ),
  fault(
    'pay-wx-type-any',
    'wx_type is MWEB (orderInfo, wx_type)',
    'any text',
    replace('isWxType', (type) => typeof type === 'string' && type !== ''),
  ),
  fault(
    'pay-wx-type-any-case',
    'wx_type is MWEB: "mweb" is refused (orderInfo, wx_type)',
    'compares without case',
    replace('isWxType', (type) => typeof type === 'string' && type.toUpperCase() === 'MWEB'),
  ),
  fault('pay-wx-type-app', 'wx_type is MWEB (orderInfo, wx_type)', 'wants APP', replace('isWxType', (type) => type === 'APP')),
  fault(
    'pay-wx-type-always-wanted',
    'wx_type is not passed when wx_url is empty (orderInfo, wx_type)',
    'wants MWEB in every call',
    replace('wxTypeObjection', ({ info }) => (info.wx_type === 'MWEB' ? undefined : 'should be MWEB')),
  ),
];
