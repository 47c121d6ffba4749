/**
 * Takes a question; gives entities, figures and timelines as people read them, in their language, names masked but where a
 * reading was allowed; touches the tables of the machines and the log, only to read them.
 */
package org.minqing.query.platform.answer;
