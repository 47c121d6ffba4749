package org.minqing.log;

/** Whose time the log records: the database's, or while a demonstration is loaded the loader's. */
public enum ClockMode {
    SYSTEM,
    SIMULATED
}
