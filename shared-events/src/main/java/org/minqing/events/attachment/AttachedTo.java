package org.minqing.events.attachment;

import java.util.UUID;

/**
 * Whose an attachment is.
 *
 * @param type stream type, {@code Household}
 */
public record AttachedTo(String type, UUID id) {}
