@NullMarked
package org.minqing.events.project;

import org.jspecify.annotations.NullMarked;
