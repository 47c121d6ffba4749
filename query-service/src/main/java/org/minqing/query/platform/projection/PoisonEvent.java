package org.minqing.query.platform.projection;

/** An event the machines cannot take. The message names it and carries nothing of what is in it. */
final class PoisonEvent extends RuntimeException {
    private final long position;

    PoisonEvent(long position, String type, Throwable cause) {
        super("event " + type + " at position " + position + " cannot be taken in: "
                + cause.getClass().getName());
        initCause(cause);
        this.position = position;
    }

    long position() {
        return position;
    }
}
