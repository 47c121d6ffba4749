package org.minqing.command.platform.history;

import java.util.Set;
import java.util.function.Function;

/**
 * By what the streams of a type are found without reading them all.
 *
 * @param name under which it is written down; another where the keys become others
 * @param keys what a stream is found by, whether it holds still or held once
 */
public record Index<S>(String name, Reference<S> kind, Function<S, Set<String>> keys) {}
