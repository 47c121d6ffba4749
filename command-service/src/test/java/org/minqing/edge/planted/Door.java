package org.minqing.edge.planted;

import org.minqing.command.planted.two.Two;

/** Something of the edge that knows what lies behind it. */
public final class Door {
    final Two two = new Two();
}
