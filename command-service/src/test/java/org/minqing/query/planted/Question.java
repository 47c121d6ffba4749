package org.minqing.query.planted;

/** Stands for something of the query side. */
public final class Question {}
