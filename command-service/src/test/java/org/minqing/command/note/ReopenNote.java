package org.minqing.command.note;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

record ReopenNote(@NotNull UUID noteId) {}
