/** Questions: who asks, as of when, as known when, at which position; and the answers every feature shares. */
@NullMarked
package org.minqing.query.platform.web;

import org.jspecify.annotations.NullMarked;
