@NullMarked
package org.minqing.query.attachment;

import org.jspecify.annotations.NullMarked;
