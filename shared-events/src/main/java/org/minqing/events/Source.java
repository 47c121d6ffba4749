package org.minqing.events;

/**
 * Where a matter came up: another stream, or an entity inside one.
 *
 * @param type {@code Visit}, {@code Activity}, {@code Concern}, ...
 * @param id its id
 */
public record Source(String type, String id) {}
