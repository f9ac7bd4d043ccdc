'use strict';
// Mistakes about one order that is paid for more than once.

const { changeAnswer, forget, replace } = require('../plant.cjs');

const fault = (name, breaks, note, plant) => ({ name, operation: 'tt.pay', breaks, note, plant });

module.exports = [
  fault(
    'pay-trade-time-change-accepted',
    'the same out_order_no keeps its trade_time (orderInfo, trade_time)',
    'the check is forgotten; the same as the reading trade-time-changed=accepted',
    forget('otherTradeTime'),
  ),
  fault(
    'pay-same-order-refused',
    'the same out_order_no may be given again with the same trade_time (orderInfo, trade_time)',
    'an order number counts as used up',
    replace('otherTradeTime', function used({ info }) {
      return info && this.state.tradeTimes.has(info.out_order_no) ? this.refusal('the order exists') : undefined;
    }),
  ),
  fault(
    'pay-trade-time-of-other-orders',
    'another out_order_no may have another trade_time (orderInfo, trade_time)',
    'compares with the order before, whichever it was',
    replace('otherTradeTime', function other({ info }) {
      const [first] = this.state.tradeTimes.values();
      const differs = info && first !== undefined && first !== this.timeText(info.trade_time);
      return differs ? this.refusal('trade_time differs') : undefined;
    }),
  ),
  fault(
    'pay-trade-time-later-accepted',
    'trade_time is the same, not only no earlier (orderInfo, trade_time)',
    'refuses an earlier trade_time only; a part of the reading trade-time-changed=accepted',
    changeAnswer('otherTradeTime', function later(refusal, { info }) {
      const remembered = this.state.tradeTimes.get(info?.out_order_no);
      return remembered !== undefined && this.timeText(info.trade_time) > remembered ? undefined : refusal;
    }),
  ),
  fault(
    'pay-timestamp-change-refused',
    'only trade_time has to be the same: timestamp is the time of the request (orderInfo, timestamp, trade_time)',
    'compares the wrong one of two times',
    (cashier) => {
      const seen = new Map();
      replace('otherTradeTime', function wrongTime({ info }) {
        const before = seen.get(info?.out_order_no);
        if (info && before === undefined) seen.set(info.out_order_no, info.timestamp);
        return before === undefined || before === info.timestamp ? undefined : this.refusal('timestamp differs');
      })(cashier);
    },
  ),
];
