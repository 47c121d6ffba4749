package org.minqing.query.dataquality;

import org.jspecify.annotations.Nullable;

/** A record in which a rule finds something. */
record Found(String type, String record, @Nullable String division) {}
