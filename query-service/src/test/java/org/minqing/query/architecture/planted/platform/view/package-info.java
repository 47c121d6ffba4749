@NullMarked
package org.minqing.query.architecture.planted.platform.view;

import org.jspecify.annotations.NullMarked;
