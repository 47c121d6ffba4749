/**
 * Takes a day, a position and whom it is about; gives what one feature knows and others ask for, such as places, names in
 * clear and reporting periods; touches nothing here, each bean reading what its feature keeps.
 */
package org.minqing.query.platform.source;
