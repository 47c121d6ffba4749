/**
 * Accounts of people and programs in PostgreSQL, schema {@code identity}: what may be done with them, by operators and by people
 * themselves. Who may no longer come in is known by {@link org.minqing.standalone.account.Accounts#endedSince} and
 * {@link org.minqing.standalone.account.Account#good}.
 */
package org.minqing.standalone.account;
