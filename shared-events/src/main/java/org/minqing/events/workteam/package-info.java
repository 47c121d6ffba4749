@NullMarked
package org.minqing.events.workteam;

import org.jspecify.annotations.NullMarked;
