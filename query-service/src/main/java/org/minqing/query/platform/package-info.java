/** What a feature of the query side sees: {@link org.minqing.query.platform.View} and what it is made of. */
@NullMarked
package org.minqing.query.platform;

import org.jspecify.annotations.NullMarked;
