'use strict';
// Mistakes of a framework between a page and <pay-button>.

const { changeAnswer, replace } = require('./plant.cjs');

const fault = (name, sentence, note, plant) => ({
  name: `bridge-${name}`, operation: 'pay-button.bridge', breaks: `${sentence[0]} (pay-button, ${sentence[1]}: “${sentence[2]}”)`, note, plant,
});

const property = (name, words) => [`${name} reaches the component as the page set it`, name, words];
const ANSWER = ['what the handler returns is used', 'bind:getgoodsinfo', '并将商品信息作为返回值传入 resolve 函数'];
const EXTENSION = ['bind:getextensionpath is an event of the component', 'bind:getextensionpath', '详见 bind:getextensionpath 说明'];

const lacks = (method, ...names) => changeAnswer(method, (known) => known.filter((name) => !names.includes(name)));

module.exports = [
  fault('without-marketing-ready', property('marketing-ready', '是否配置了营销扩展点'), 'a list of properties from an older document', lacks('knownProperties', 'marketing-ready')),
  fault('without-biz-line', property('biz-line', '业务线类型'), 'a list of properties from an older document', lacks('knownProperties', 'biz-line')),
  fault('camel-case', property('goods-id', '商品id'), 'hands over goodsId', changeAnswer('attributes', (attributes) =>
    Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name.replace(/-(.)/g, (_, letter) => letter.toUpperCase()), value])))),
  fault('properties-as-texts', property('mode', '组件的使用模式'), 'attributes of HTML are texts', replace('attribute', (value) => String(value))),
  fault('false-left-out', property('marketing-ready', 'false: 未配置'), 'leaves out what is falsy', changeAnswer('attributes', (attributes) =>
    Object.fromEntries(Object.entries(attributes).filter(([, value]) => value)))),
  fault('without-getextensionpath', EXTENSION, 'a list of events from an older document', lacks('knownEvents', 'getextensionpath')),
  fault('answers-dropped', ANSWER, 'events return nothing', replace('answer', () => undefined)),
  fault('answer-of-placeorder-dropped', ['the promise of bind:placeorder is waited for', 'bind:placeorder', '需要返回 promise'], 'returns answers of the handlers that give data only',
    changeAnswer('answer', (answer, _value, name) => (name === 'placeorder' ? undefined : answer))),
  fault('answers-awaited-as-text', ['bind:applyrefund returns an object', 'bind:applyrefund', '通过返回一个对象,定义一些透传信息'], 'stringifies what crosses threads',
    changeAnswer('answer', (answer) => (typeof answer?.then === 'function' ? answer.then((value) => JSON.stringify(value)) : answer))),
  fault('rejections-swallowed', ['a rejection of bind:placeorder reaches the component', 'bind:placeorder', '则一定要触发 reject 方法'], 'catches every error of a page',
    changeAnswer('answer', (answer) => (typeof answer?.then === 'function' ? answer.then(undefined, () => undefined) : answer))),
  fault('detail-unwrapped', ['the event has a detail', 'bind:pay', 'const { status , orderId , outOrderNo , result } = event.detail'], 'hands the detail in place of the event',
    changeAnswer('eventFor', (event) => event.detail)),
  fault('detail-empty', ['the detail of bind:getgoodsinfo names the goods', 'bind:getgoodsinfo', 'const { goodsId } = event.detail'], 'makes an event of its own',
    changeAnswer('eventFor', (event) => ({ ...event, detail: {} }))),
  fault('called-twice', ['bind:pay is called once', 'bind:pay', '前端模板会调用该方法'], 'bound in capture and in bubbling', (target) => {
    const real = target.dispatch;
    target.dispatch = function twice(handler, event, name) {
      real.call(this, handler, event, name);
      return real.call(this, handler, event, name);
    };
  }),
];
