/**
 * Takes a request; gives who asks, as of when, as known when and at which position, or a refusal; touches the log and the
 * position read, only to read them, and table {@code reading.reading}, into which it writes whose secrets were read.
 */
package org.minqing.query.platform.question;
