@NullMarked
package org.minqing.query.platform.question;

import org.jspecify.annotations.NullMarked;
