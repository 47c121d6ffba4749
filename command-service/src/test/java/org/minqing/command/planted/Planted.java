package org.minqing.command.planted;

/** Where the violations grow that the rules must catch: none of this is scanned, since nothing of it is a handler. */
public final class Planted {}
