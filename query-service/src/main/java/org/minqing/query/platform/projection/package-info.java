/**
 * Takes the log's events in their order; gives each to the three machines, in the tail or in a rebuild beside it; touches
 * schema {@code read}, which it makes, and its tables, which it alone writes but for {@code reading.reading}, and no domain.
 */
package org.minqing.query.platform.projection;
