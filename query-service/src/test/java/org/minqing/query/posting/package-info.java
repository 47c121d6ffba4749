@NullMarked
package org.minqing.query.posting;

import org.jspecify.annotations.NullMarked;
