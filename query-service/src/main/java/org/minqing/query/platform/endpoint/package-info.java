/**
 * Takes what comes over HTTP; gives JSON, events as a stream or a problem, and the documentation of all that; touches the
 * tables of schema {@code read}, only to read them, and the log.
 */
package org.minqing.query.platform.endpoint;
