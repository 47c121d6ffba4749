@NullMarked
package org.minqing.events.wellrepair;

import org.jspecify.annotations.NullMarked;
