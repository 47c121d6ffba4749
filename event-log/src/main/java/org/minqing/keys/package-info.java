/**
 * Keys of subjects of personal data: made, wrapped by a master key outside the database, destroyed. What is sealed and
 * where it stands is not known here.
 */
package org.minqing.keys;
