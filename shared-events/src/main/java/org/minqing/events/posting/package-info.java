@NullMarked
package org.minqing.events.posting;

import org.jspecify.annotations.NullMarked;
