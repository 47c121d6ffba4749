@NullMarked
package org.minqing.events.programme;

import org.jspecify.annotations.NullMarked;
