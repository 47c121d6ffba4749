/** What tokens are signed with, how long they stand and what is said of them; it knows neither accounts nor pages. */
package org.minqing.standalone.token;
