package org.minqing.command.planted.platform.refusal;

import org.minqing.command.planted.platform.door.Opening;

/** Planted: the first room uses the last. */
final class Refusing {
    private final Opening opening = new Opening();

    @Override
    public String toString() {
        return "Refusing by " + opening;
    }
}
