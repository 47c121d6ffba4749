/**
 * Takes an entity's events, voids and corrections among them; gives its states as rectangles valid x known, and of these what
 * is asked for; touches table {@code read.register}, only to read it, and no domain.
 */
package org.minqing.query.platform.register;
