package org.minqing.access;

/** A role in which somebody may do something, and how far. */
public record Grant(String role, Reach reach) {}
