@NullMarked
package org.minqing.query.workteam;

import org.jspecify.annotations.NullMarked;
