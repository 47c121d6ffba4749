package org.minqing.events.household;

import java.util.UUID;

/**
 * What a member is to the head of the household.
 *
 * @param memberId personId of the member
 * @param relation code of GB/T 4761
 */
public record MemberRelation(UUID memberId, String relation) {}
