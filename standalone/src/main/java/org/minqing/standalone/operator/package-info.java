/** {@code ./minqing user}, {@code client} and {@code init}: an operator's words, sent to a running identity service. */
package org.minqing.standalone.operator;
