package org.minqing.command.platform.desk;

import org.jspecify.annotations.Nullable;

/**
 * A command that nothing stands against before its aggregate is asked.
 *
 * @param why what was said, of an amendment beside its changes
 * @param amendment null where the command is itself what is to be entered
 */
record Judged(CommandDraft why, @Nullable Amendment amendment, Judgement.Passed passed) {
    /** Under which it is dispatched; null: that of its class. */
    @Nullable
    String name() {
        return amendment == null ? null : amendment.name();
    }
}
