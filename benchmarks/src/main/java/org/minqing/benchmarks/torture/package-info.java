/**
 * {@code ./minqing torture}: the whole product is harmed in every way that is known, at random, while clients work and keep a journal; then
 * the journal is held against the log. A fault is one class: {@link org.minqing.benchmarks.torture.Fault}.
 */
package org.minqing.benchmarks.torture;
