package org.minqing.query.platform.view;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Header;

/**
 * By what an entity is found: the filters of every list and the asker's scope.
 *
 * @param division divisionId of its place; null for what has no place of its own and may be seen from anywhere (a programme)
 * @param cadres every cadre it belongs to, for the filter {@code cadre=}
 * @param household the household it is about
 * @param status e.g. ACTIVE, RELEASED, RESOLVED; a voided entity is listed as VOIDED whatever stands here
 * @param kinds for the filter {@code kind=}; several where it has several
 */
public record Dimensions(
        @Nullable UUID programme,
        @Nullable String division,
        @Nullable UUID organisation,
        List<UUID> cadres,
        @Nullable UUID household,
        @Nullable String status,
        List<String> kinds) {

    public static final Dimensions NONE = new Dimensions(null, null, null, List.of(), null, null, List.of());

    public Dimensions {
        cadres = List.copyOf(cadres);
        kinds = List.copyOf(kinds);
    }

    /** Programme, place and organisation as a header says. */
    public static Dimensions of(Header of) {
        return NONE.programme(of.programmeId()).division(of.divisionId()).organisation(of.organisationId());
    }

    public static Dimensions at(@Nullable String division) {
        return NONE.division(division);
    }

    public Dimensions programme(@Nullable UUID value) {
        return new Dimensions(value, division, organisation, cadres, household, status, kinds);
    }

    public Dimensions division(@Nullable String value) {
        return new Dimensions(programme, value, organisation, cadres, household, status, kinds);
    }

    public Dimensions organisation(@Nullable UUID value) {
        return new Dimensions(programme, division, value, cadres, household, status, kinds);
    }

    public Dimensions cadre(@Nullable UUID value) {
        return cadres(value == null ? List.of() : List.of(value));
    }

    public Dimensions cadres(List<UUID> values) {
        return new Dimensions(programme, division, organisation, values, household, status, kinds);
    }

    public Dimensions household(@Nullable UUID value) {
        return new Dimensions(programme, division, organisation, cadres, value, status, kinds);
    }

    public Dimensions status(@Nullable Object value) {
        return new Dimensions(
                programme, division, organisation, cadres, household, value == null ? null : value.toString(), kinds);
    }

    public Dimensions kind(@Nullable Object value) {
        return kinds(value == null ? List.of() : List.of(value));
    }

    public Dimensions kinds(List<?> values) {
        return new Dimensions(
                programme,
                division,
                organisation,
                cadres,
                household,
                status,
                values.stream().map(Object::toString).toList());
    }
}
