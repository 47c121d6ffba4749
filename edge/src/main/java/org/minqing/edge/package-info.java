/** What both services say to the outside in the same way: problems, texts, languages, traces, tokens. It knows no domain. */
package org.minqing.edge;
