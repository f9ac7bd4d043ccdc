'use strict';

exports.version = '4.0.0';
