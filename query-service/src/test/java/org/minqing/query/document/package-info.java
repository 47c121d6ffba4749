@NullMarked
package org.minqing.query.document;

import org.jspecify.annotations.NullMarked;
