package org.minqing.events.programme;

/** What happened to somebody's place in a leading group. */
public enum MemberChange {
    JOINED,
    DUTY_CHANGED,
    BECAME_HEAD,
    LEFT
}
