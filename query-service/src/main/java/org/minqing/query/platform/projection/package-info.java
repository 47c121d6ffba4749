/** The tail: one processor that gives the log's events to the three machines, and the rebuild beside it. Knows no domain. */
@NullMarked
package org.minqing.query.platform.projection;

import org.jspecify.annotations.NullMarked;
