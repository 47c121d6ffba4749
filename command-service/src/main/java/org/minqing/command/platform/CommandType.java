package org.minqing.command.platform;

import java.util.Set;

/**
 * A command as its record and its aggregate's handler say it is.
 *
 * @param name {@code AssignCadreToHousehold}
 * @param record what it is bound to
 * @param aggregate the class that decides
 * @param subject stream type, {@code LinkPoint}
 * @param creating whether it may begin a stream
 * @param roles who may send it
 */
record CommandType(
        String name,
        Class<?> record,
        Class<?> aggregate,
        String subject,
        boolean creating,
        Shape.Composite shape,
        Set<String> roles) {

    /** Field beside the record's own that every command takes: a document or warrant number. */
    static final String AUTHORITY = "authority";

    static final int AUTHORITY_MAX = 100;

    String idField() {
        return StreamName.idField(subject);
    }

    boolean determined() {
        return Determined.class.isAssignableFrom(record);
    }

    boolean ownDoor() {
        return record.isAnnotationPresent(OwnDoor.class);
    }

    /** Names that are taken although the record does not have them. */
    Set<String> accepted() {
        return determined() ? Set.of(AUTHORITY, idField()) : Set.of(AUTHORITY);
    }
}
