@NullMarked
package org.minqing.events.inspection;

import org.jspecify.annotations.NullMarked;
