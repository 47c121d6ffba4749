@NullMarked
package org.minqing.query.linkpoint;

import org.jspecify.annotations.NullMarked;
