/** Attachments 附件: taken in, cleaned, sealed, erased. */
@NullMarked
package org.minqing.command.attachment;

import org.jspecify.annotations.NullMarked;
