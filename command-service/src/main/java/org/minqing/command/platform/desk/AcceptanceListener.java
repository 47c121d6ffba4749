package org.minqing.command.platform.desk;

/**
 * What must happen outside the log once a command was accepted. Called again whenever its answer is given again, so that
 * whoever got none may send it once more: doing it twice must be doing it once.
 */
public interface AcceptanceListener {
    void accepted(String command, Receipt receipt);
}
