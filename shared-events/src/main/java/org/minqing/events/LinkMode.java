package org.minqing.events;

/** How many cadres one household may be linked to. */
public enum LinkMode {
    EXACTLY_ONE,
    AT_LEAST_ONE
}
