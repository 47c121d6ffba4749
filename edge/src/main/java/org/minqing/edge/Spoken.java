package org.minqing.edge;

/** An argument of a text that is itself said in the reader's language. */
@FunctionalInterface
public interface Spoken {
    String in(Language language, Texts texts);
}
