package org.minqing.log;

/**
 * What the log says of itself, in the stream {@code log-log}, by no command. Logical names {@code log.Opened}, {@code log.SimulationEnded},
 * {@code log.ClockSettled}.
 */
public sealed interface LogEvent {
    /** The stream of these events. */
    String STREAM = "log-log";

    /**
     * Position 1 of every log.
     *
     * @param clock whose time it records from here on
     */
    record Opened(ClockMode clock) implements LogEvent {}

    /** From here on the system's time is recorded, for ever. */
    record SimulationEnded() implements LogEvent {}

    /**
     * The log's time had run ahead by a wrong clock, and is the system's again from here on. What was recorded before counts as recorded by
     * now at the latest.
     */
    record ClockSettled() implements LogEvent {}
}
