/**
 * The authorization server: who may ask for a token, who may sign in to the pages, where people change their password. An installation
 * may name an issuer of its own instead; nothing outside knows more than the tokens' claims.
 */
package org.minqing.standalone.identity;
