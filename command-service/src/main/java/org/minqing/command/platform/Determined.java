package org.minqing.command.platform;

/** A creating command whose stream's id follows from its fields; one given in {@code <aggregate>Id} is refused. */
public interface Determined {
    /** The id, without the type. */
    String streamId(Situation situation);
}
