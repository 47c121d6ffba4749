@NullMarked
package org.minqing.events.note;

import org.jspecify.annotations.NullMarked;
