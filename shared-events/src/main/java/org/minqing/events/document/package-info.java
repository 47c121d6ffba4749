@NullMarked
package org.minqing.events.document;

import org.jspecify.annotations.NullMarked;
