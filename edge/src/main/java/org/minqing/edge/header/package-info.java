/** What stands in the head of every answer, whoever makes it, and by which name a service calls itself. */
package org.minqing.edge.header;
