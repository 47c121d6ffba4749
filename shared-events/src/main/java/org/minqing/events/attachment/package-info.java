@NullMarked
package org.minqing.events.attachment;

import org.jspecify.annotations.NullMarked;
