package org.minqing.command.platform;

/** Whose data a stream is, where it is not its own subject; see {@link Text#by}. Has a constructor without arguments. */
public interface SubjectOf {
    /** Folds the stream into the subject, {@code household:<id>}. */
    Reference<String> kind();
}
