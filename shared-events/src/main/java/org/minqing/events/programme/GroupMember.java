package org.minqing.events.programme;

import java.util.UUID;

/**
 * A member of a leading group.
 *
 * @param duty in words of the document that set the group up
 */
public record GroupMember(UUID cadreId, String duty) {}
