/** Attachments 附件: taken in, cleaned, sealed, erased. */
package org.minqing.command.attachment;
