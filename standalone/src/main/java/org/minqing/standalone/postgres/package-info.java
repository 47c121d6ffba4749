/** PostgreSQL kept in a folder: unpacked, started without root's powers, durable, stopped cleanly, never two on one folder. */
package org.minqing.standalone.postgres;
