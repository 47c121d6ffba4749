package org.minqing.events.document;

import java.time.LocalDate;

/**
 * What a document is about in time.
 *
 * @param name {@code 2012}, {@code 2012年上半年}
 * @param from its first day
 * @param to its last day
 */
public record Period(String name, LocalDate from, LocalDate to) {}
