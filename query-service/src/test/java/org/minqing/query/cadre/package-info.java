@NullMarked
package org.minqing.query.cadre;

import org.jspecify.annotations.NullMarked;
