package org.minqing.query.pages;

/**
 * Who is signed in, and in which language the pages speak.
 *
 * @param token for the REST interface
 * @param language zh or en
 */
record Reader(String token, String language) {}
