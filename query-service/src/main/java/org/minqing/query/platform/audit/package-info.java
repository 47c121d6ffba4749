/**
 * Takes an event and the entities the register says it touches; gives everybody in whose trail it stands; touches nothing,
 * neither a table nor the domain.
 */
package org.minqing.query.platform.audit;
