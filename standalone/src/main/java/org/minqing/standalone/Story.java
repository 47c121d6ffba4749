package org.minqing.standalone;

/** What an empty log is filled with. */
enum Story {
    NONE,
    /** The demonstration year up to its first visits: enough for every part to have done its work some hundred times. */
    BEGINNING_OF_THE_YEAR,
    /** The demonstration year. */
    YEAR
}
