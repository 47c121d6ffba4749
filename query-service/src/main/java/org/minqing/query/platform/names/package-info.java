/**
 * Takes what is sealed; gives it in clear for as long as an answer takes; touches the file of master keys and the subjects'
 * keys, only to read them.
 */
package org.minqing.query.platform.names;
