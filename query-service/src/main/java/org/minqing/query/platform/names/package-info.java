/** Opening what is sealed, with the subjects' keys. */
@NullMarked
package org.minqing.query.platform.names;

import org.jspecify.annotations.NullMarked;
