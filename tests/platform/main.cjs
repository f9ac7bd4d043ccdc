#!/usr/bin/env node
'use strict';
// The adapter of the platform: node main.cjs [--reading NAME=VALUE]... [--fault NAME] [--list-readings] [--list-faults]

const { createBridge } = require('./bridge.cjs');
const { createCashier } = require('./cashier/cashier.cjs');
const { createTT } = require('./diamond.cjs');
const { createPage } = require('./pay-button/button.cjs');
const { createMerchant } = require('./merchant/merchant.cjs');
const { createSigner } = require('./sign.cjs');
const { READINGS, choose } = require('./readings.cjs');
const { faults, plantsOf } = require('./faults.cjs');

const STAGES = [
  'base_library', 'host', 'os', 'payment_open', 'logged_in', 'real_name', 'spent', 'spending_limit', 'risk', 'face',
  'network', 'desk', 'order_server', 'user', 'coin_price', 'payment_secret',
  'host_version', 'virtual_goods', 'wechat', 'alipay', 'cashier_user', 'clock',
  'button_user', 'button_desk', 'order_quantity', 'gives_phone', 'sale', 'stock', 'goods_whitelisted', 'goods_server',
  'ability_server', 'order_creation', 'order_query', 'refund_query', 'app_name_server', 'refund_server', 'refund_detail',
  'direct_order', 'old_order', 'merged_order', 'item_1_paid', 'item_2_paid', 'order_id', 'out_order_no', 'refund_id',
  'out_refund_no', 'item_1_refunded',
];

function parse(words) {
  const chosen = { readings: {}, plants: {}, fault: undefined, list: undefined };
  const rest = [...words];
  while (rest.length > 0) {
    const word = rest.shift();
    if (word === '--reading') {
      const [, name, value] = /^([^=]+)=(.*)$/.exec(rest.shift() ?? '') ?? [];
      if (!name) throw new Error('--reading wants NAME=VALUE');
      chosen.readings[name] = value;
    } else if (word === '--fault') {
      chosen.fault = rest.shift();
      chosen.plants = plantsOf(chosen.fault);
    } else if (word === '--list-readings' || word === '--list-faults') {
      chosen.list = word.slice('--list-'.length);
    } else {
      throw new Error(`no such flag: ${word}`);
    }
  }
  choose(chosen.readings); // complains about names and values that do not exist
  return chosen;
}

function list(what) {
  const lines =
    what === 'readings'
      ? READINGS.map(({ name, operation, values, about }) => `${name}\t${[operation].flat().join(', ')}\t${values.join(' | ')}\t${about}`)
      : faults.map(({ name, operation, breaks, note }) => `${name}\t${operation}\t${breaks}\t${note}`);
  process.stdout.write(`${lines.join('\n')}\n`);
}

function adapt({ readings, plants, fault }) {
  const { serve } = require('../../kits/node');
  const merchant = createMerchant({ readings, plant: plants.merchant });
  const signer = createSigner({ readings, plant: plants.signer });
  serve({
    name: fault ? `platform-with-${fault}` : 'platform',
    version: '1.0.0',
    operations: ['tt.openAwemeCustomerService', 'tt.canIUse', 'tt.pay', 'pay-button', 'pay-button.bridge', 'sign', 'order-info', 'diamond-options', 'goods-info'],
    stages: STAGES,
    createTT: (world, stage) => ({
      ...createTT(world, stage, { readings, plant: plants.platform }),
      ...createCashier(world, stage, { readings, plant: plants.cashier }),
    }),
    createPage: (world, stage) => createPage(world, stage, { readings, plant: plants.button }),
    createBridge: () => createBridge({ plant: plants.bridge }),
    functions: {
      sign: ({ fields, secret }) => ({ sign: signer.sign(fields, secret) }),
      'order-info': (input, world) => merchant.orderInfo(input, world.payment_secret),
      'diamond-options': (purchase) => merchant.diamondOptions(purchase),
      'goods-info': (goods) => merchant.goodsInfo(goods),
    },
  });
}

function main(words) {
  let chosen;
  try {
    chosen = parse(words);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
    return;
  }
  if (chosen.list) list(chosen.list);
  else adapt(chosen);
}

main(process.argv.slice(2));
