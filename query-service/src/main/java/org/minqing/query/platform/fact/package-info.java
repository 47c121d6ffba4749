/** The second machine: signed facts, the figures made of them, the evidence behind each. Knows no domain. */
@NullMarked
package org.minqing.query.platform.fact;

import org.jspecify.annotations.NullMarked;
