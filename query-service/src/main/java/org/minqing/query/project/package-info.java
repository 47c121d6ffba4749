@NullMarked
package org.minqing.query.project;

import org.jspecify.annotations.NullMarked;
