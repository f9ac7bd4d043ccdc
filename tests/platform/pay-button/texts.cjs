'use strict';
// Lengths and JSON texts. Methods of the button, and two helpers.

const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The JSON text of a value that came in; one that JSON leaves out altogether has none. */
const text = (value) => JSON.stringify(value) ?? '';

module.exports = {
  isRecord,
  text,

  methods: {
    within(number, least, most) {
      return number >= least && number <= most;
    },

    /** "字符串是 UTF-8 编码,一个汉字 3 个字节" */
    bytesOf(value) {
      return Buffer.byteLength(value, 'utf8');
    },

    /** A JSON text may be sent with everything beyond ASCII escaped. */
    jsonBytesOf(value) {
      const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
      const sent = this.readings['extra-bytes'] === 'escaped' ? value.replace(/[^\x00-\x7f]/g, escaped) : value;
      return this.bytesOf(sent);
    },

    /** "上传服务端时会对extra进行JSON.stringify处理" */
    serialized(value) {
      return text(value);
    },
  },
};
