/** Everything in one process, on an embedded PostgreSQL, with the demonstration year. */
@NullMarked
package org.minqing.standalone;

import org.jspecify.annotations.NullMarked;
