package org.minqing.log.sample;

import org.jspecify.annotations.Nullable;

/** A value: no part of a family, and so an object of its own in JSON. */
public record Part(String name, @Nullable String note) {}
