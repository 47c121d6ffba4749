@NullMarked
package org.minqing.query.platform.answer;

import org.jspecify.annotations.NullMarked;
