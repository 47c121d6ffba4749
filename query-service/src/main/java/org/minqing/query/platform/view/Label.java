package org.minqing.query.platform.view;

import org.jspecify.annotations.Nullable;
import org.minqing.events.Sealed;

/**
 * What people call an entity, in lists beside its id and in sentences instead of it: clear text, or a sealed name that is
 * masked (张**) on reading.
 */
public record Label(@Nullable String text, @Nullable Sealed name) {
    public static Label of(@Nullable String text) {
        return new Label(text, null);
    }

    public static Label of(@Nullable Sealed name) {
        return new Label(null, name);
    }
}
