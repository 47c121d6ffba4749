/** The third machine: who did what to whom, one row per event and subject. Knows no domain. */
@NullMarked
package org.minqing.query.platform.audit;

import org.jspecify.annotations.NullMarked;
