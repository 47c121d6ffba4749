@NullMarked
package org.minqing.events.activity;

import org.jspecify.annotations.NullMarked;
