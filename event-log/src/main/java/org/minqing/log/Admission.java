package org.minqing.log;

/** Whether, and when, what was decided may join those that wait for the log. */
@FunctionalInterface
public interface Admission {
    /** At once. */
    Admission FREE = (reads, joining) -> joining.run();

    /**
     * Lets the request join, before it returns, or throws and lets it not.
     *
     * @param reads what its decision looked at
     * @param joining has it join: to be called once
     */
    void admit(ReadSet reads, Runnable joining);
}
