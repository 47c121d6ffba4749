@NullMarked
package org.minqing.query.report;

import org.jspecify.annotations.NullMarked;
