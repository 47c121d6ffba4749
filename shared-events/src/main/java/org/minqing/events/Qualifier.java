package org.minqing.events;

/** How exactly a quantity is known, from the strongest to the weakest. */
public enum Qualifier {
    /** Counted or measured. */
    EXACT,
    /** This much or more 余. */
    AT_LEAST,
    /** About this much 约. */
    APPROX;

    /** What a sum of two carries: the weaker of both. */
    public Qualifier weakest(Qualifier other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
