/** PostgreSQL kept in a folder: unpacked, started without root's powers, durable, stopped cleanly, never two on one folder. */
@NullMarked
package org.minqing.standalone.postgres;

import org.jspecify.annotations.NullMarked;
