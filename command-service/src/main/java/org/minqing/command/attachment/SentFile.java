package org.minqing.command.attachment;

import org.jspecify.annotations.Nullable;

/**
 * A file that was sent.
 *
 * @param name as the form says
 */
record SentFile(byte[] content, @Nullable String name) {
    @Override
    public String toString() {
        return "SentFile[" + content.length + "]";
    }
}
