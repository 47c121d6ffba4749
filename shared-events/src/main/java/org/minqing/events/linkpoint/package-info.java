@NullMarked
package org.minqing.events.linkpoint;

import org.jspecify.annotations.NullMarked;
