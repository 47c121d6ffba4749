/** Everything in one process, on an embedded PostgreSQL, with the demonstration year. */
package org.minqing.standalone;
