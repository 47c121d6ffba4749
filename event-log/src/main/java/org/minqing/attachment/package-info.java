/** Contents of attachments, sealed: kept, found again by id and digest, dropped. Keys and events are not known here. */
package org.minqing.attachment;
