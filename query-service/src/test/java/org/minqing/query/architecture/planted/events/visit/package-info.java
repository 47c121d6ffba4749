@NullMarked
package org.minqing.query.architecture.planted.events.visit;

import org.jspecify.annotations.NullMarked;
