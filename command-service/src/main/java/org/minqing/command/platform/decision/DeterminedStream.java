package org.minqing.command.platform.decision;

/** A creating command whose stream's id follows from its fields; one given in {@code <aggregate>Id} is refused. */
public interface DeterminedStream {
    /** The id, without the type. */
    String streamId(DecisionContext situation);
}
