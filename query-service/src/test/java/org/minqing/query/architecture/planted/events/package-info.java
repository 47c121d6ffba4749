@NullMarked
package org.minqing.query.architecture.planted.events;

import org.jspecify.annotations.NullMarked;
