package org.minqing.events.posting;

/** What an instructor does in the village. */
public enum InstructorRole {
    /** 指导员 */
    INSTRUCTOR,
    /** 联络员 */
    LIAISON_OFFICER,
    /** 宣传员 */
    PUBLICIST
}
