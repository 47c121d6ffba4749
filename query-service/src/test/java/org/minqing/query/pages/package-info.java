@NullMarked
package org.minqing.query.pages;

import org.jspecify.annotations.NullMarked;
