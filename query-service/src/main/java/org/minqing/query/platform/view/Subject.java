package org.minqing.query.platform.view;

/** An entity by type and bare id: {@code Household}, {@code 6f...}. */
public record Subject(String type, String id) {}
