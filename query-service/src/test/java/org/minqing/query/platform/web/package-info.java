@NullMarked
package org.minqing.query.platform.web;

import org.jspecify.annotations.NullMarked;
