@NullMarked
package org.minqing.query.activity;

import org.jspecify.annotations.NullMarked;
