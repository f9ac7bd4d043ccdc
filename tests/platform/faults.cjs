'use strict';
// Planted faults. Each is one realistic mistake: `plant` replaces one method of the platform, the cashier, the button,
// the bridge, the signer, or the merchant's side, whichever serves `operation`. `breaks` names the documented demand and its row.

const SUBJECTS = [
  'prices', 'parameters', 'versions', 'answers', 'world', 'sign',
  'merchant/order-info', 'merchant/order-fields', 'merchant/diamond-options', 'merchant/goods-info', 'merchant/goods-labels',
  'cashier/options', 'cashier/fields', 'cashier/signature', 'cashier/urls', 'cashier/hosts', 'cashier/orders',
  'cashier/desk', 'cashier/status', 'cashier/direct', 'cashier/answers',
  'pay-button/properties', 'pay-button/handlers', 'pay-button/goods', 'pay-button/labels', 'pay-button/display',
  'pay-button/order-page', 'pay-button/desk', 'pay-button/refund', 'pay-button/refund-extra', 'pay-button/errors',
  'pay-button/versions', 'bridge',
];

const faults = SUBJECTS.flatMap((subject) => require(`./faults/${subject}.cjs`));

const TARGETS = {
  'tt.openAwemeCustomerService': 'platform',
  'tt.canIUse': 'platform',
  'tt.pay': 'cashier',
  'pay-button': 'button',
  'pay-button.bridge': 'bridge',
  sign: 'signer',
  'order-info': 'merchant',
  'diamond-options': 'merchant',
  'goods-info': 'merchant',
};

/** The plants of one fault by its target: `{ platform }`, `{ cashier }`, `{ button }`, `{ bridge }`, `{ signer }` or `{ merchant }`. */
function plantsOf(name) {
  const found = faults.find((fault) => fault.name === name);
  if (!found) throw new Error(`no such fault: ${name}`);
  return { [TARGETS[found.operation]]: found.plant };
}

module.exports = { faults, plantsOf };
