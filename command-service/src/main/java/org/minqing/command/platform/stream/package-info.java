/**
 * A stream as Axon loads and stores it: a decided command comes in, events that may follow what stands go out to the unit of work;
 * it alone calls Axon's lifecycle.
 */
package org.minqing.command.platform.stream;
