@NullMarked
package org.minqing.benchmarks;

import org.jspecify.annotations.NullMarked;
