/** What both services say to the outside in the same way: problems, texts, languages, traces, tokens. It knows no domain. */
@NullMarked
package org.minqing.edge;

import org.jspecify.annotations.NullMarked;
