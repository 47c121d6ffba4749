/** What the published language is held to: its catalogue, and that whatever counts can be taken back. */
@NullMarked
package org.minqing.standalone.language;

import org.jspecify.annotations.NullMarked;
