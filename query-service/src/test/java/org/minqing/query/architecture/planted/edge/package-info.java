@NullMarked
package org.minqing.query.architecture.planted.edge;

import org.jspecify.annotations.NullMarked;
