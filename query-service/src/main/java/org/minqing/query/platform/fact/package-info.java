/**
 * Takes events and the measures there are; gives signed facts, the figures made of them and the evidence behind each; touches
 * tables {@code read.fact} and {@code read.event}, only to read them, and no domain.
 */
package org.minqing.query.platform.fact;
