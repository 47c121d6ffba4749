package org.minqing.query.platform.fact;

/**
 * A figure and what is told with it.
 *
 * @param reports how many reports that stand it adds up, see {@link Figures#reports}; 0 where it counts one by one
 */
public record Answer(Figure figure, int reports) {}
