'use strict';
// The labels of goods outside the library. Methods of the button.

const { isRecord } = require('./texts.cjs');

/** "type 的合法值", each with its "最低支持版本". */
const TYPES = {
  EXPIRED_RETURNS: '2.43.0.0',
  REFUND_ANYTIME: '2.43.0.0',
  RESERVATION_FREE: '2.43.0.0',
  REFUNDABLE_DAYS: '2.43.0.0',
  BOOK_IN_ADVANCE: '2.43.0.0',
  NON_REFUNDABLE: '2.50.0.0',
};

/** "互斥关系": in whatever order the two stand. */
const EXCLUDED = [
  ['REFUND_ANYTIME', 'REFUNDABLE_DAYS'],
  ['RESERVATION_FREE', 'BOOK_IN_ADVANCE'],
  ['NON_REFUNDABLE', 'REFUNDABLE_DAYS'],
  ['NON_REFUNDABLE', 'REFUND_ANYTIME'],
];

module.exports = {
  EXCLUDED,

  methods: {
    badLabels(button, info) {
      const labels = this.fieldOf(info, 'goodsLabels');
      if (labels === undefined || this.comesFromLibrary(button, labels)) return undefined;
      if (!Array.isArray(labels)) return this.fault(Number(this.readings['labels-not-list']), 'goodsLabels is no list');
      const objection = this.labelObjection(labels);
      return objection && this.fault(21511, objection);
    },

    labelObjection(labels) {
      if (labels.length === 0 && this.readings['labels-empty'] === 'refused') return 'no label';
      const counted = labels.filter((label) => !this.isOverlooked(label));
      if (this.tooMany(counted)) return 'too many labels';
      if (!counted.every((label) => this.isLabel(label))) return 'an illegal label';
      const types = counted.map(({ type }) => type);
      const pair = this.excludedPairs().find(([one, other]) => this.excludeEachOther(types, one, other));
      return pair && `${pair.join(' and ')} exclude each other`;
    },

    /** "最多设置三个标签" */
    tooMany(labels) {
      return labels.length > 3;
    },

    excludedPairs() {
      return EXCLUDED;
    },

    excludeEachOther(types, one, other) {
      return types.includes(one) && types.includes(other);
    },

    isLabel(label) {
      return isRecord(label) && this.isLabelType(label.type) && this.isLabelValue(label);
    },

    labelSince(type) {
      return TYPES[type];
    },

    isLabelType(type) {
      return typeof type === 'string' && Object.hasOwn(TYPES, type) && this.supports(this.labelSince(type));
    },

    /** A type that is newer than the base library. */
    isOverlooked(label) {
      const known = isRecord(label) && typeof label.type === 'string' && Object.hasOwn(TYPES, label.type);
      return known && this.readings['newer-label'] === 'ignored' && !this.supports(this.labelSince(label.type));
    },

    /** "当 type 为 REFUNDABLE_DAYS 或者 BOOK_IN_ADVANCE 时必传" */
    hasDays(type) {
      return type === 'REFUNDABLE_DAYS' || type === 'BOOK_IN_ADVANCE';
    },

    isLabelValue({ type, value }) {
      return !this.hasDays(type) || this.isDays(value);
    },

    /** "取值范围为 1~99", "必须为整型值" */
    isDays(value) {
      return Number.isInteger(value) && this.within(value, 1, 99);
    },

    shownLabels(labels) {
      return labels.filter((label) => !this.isOverlooked(label));
    },
  },
};
