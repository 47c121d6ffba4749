@NullMarked
package org.minqing.query.wellrepair;

import org.jspecify.annotations.NullMarked;
