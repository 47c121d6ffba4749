/** What the published language is held to: its catalogue, and that whatever counts can be taken back. */
package org.minqing.standalone.language;
