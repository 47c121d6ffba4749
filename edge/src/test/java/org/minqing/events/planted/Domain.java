package org.minqing.events.planted;

/** Stands for the domain, which this module cannot see. */
public final class Domain {}
