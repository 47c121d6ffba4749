package org.minqing.command.platform;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose data a stream is, where it is not its own subject; see {@link Text#by}. Has a constructor without arguments. */
public interface SubjectOf {
    /**
     * The subject, {@code household:<id>}.
     *
     * @param entity the entity inside the stream that the text is about, if the command names one; see {@link Text#of}
     */
    String subject(References references, String streamId, @Nullable UUID entity);
}
