@NullMarked
package org.minqing.query.dataquality;

import org.jspecify.annotations.NullMarked;
