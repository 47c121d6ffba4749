package org.minqing.command.planted.platform;

import org.minqing.command.planted.two.Two;

/** A platform that knows a feature. */
final class Platform {
    final Two two = new Two();
}
