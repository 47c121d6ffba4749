package org.minqing.command.planted.platform.door;

/** Planted: what the first room uses of the last. */
public final class Opening {}
