@NullMarked
package org.minqing.events.organisation;

import org.jspecify.annotations.NullMarked;
