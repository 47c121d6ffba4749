@NullMarked
package org.minqing.query.organisation;

import org.jspecify.annotations.NullMarked;
