/**
 * The authorization server of the demonstration: who may ask for a token, who may sign in to the pages. A real
 * installation names an issuer of its own instead; nothing outside this package knows more than the tokens' claims.
 */
package org.minqing.standalone.identity;
