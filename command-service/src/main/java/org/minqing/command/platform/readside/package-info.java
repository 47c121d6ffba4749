/**
 * What only the read side can tell: a question and a position come in, the bytes of its answer go out; nothing is touched but
 * the read side, over HTTP.
 */
package org.minqing.command.platform.readside;
