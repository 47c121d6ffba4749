package org.minqing.query.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.Village.day;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.minqing.events.division.DivisionEvent.HardshipDeclared;
import org.minqing.events.division.DivisionEvent.Place;
import org.minqing.events.division.HardshipKind;
import org.minqing.events.division.HardshipSeverity;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.Village;

class HardshipViewTest {
    private final Village village = new Village();

    @AfterAll
    static void every_stream_told_again_is_the_same() {
        Village.replay();
        Village.replay();
    }

    private HardshipDeclared hardship(HardshipKind kind, int year, String day) {
        return new HardshipDeclared(
                new Place(village.county),
                village.id(kind + " " + year),
                kind,
                year,
                HardshipSeverity.SEVERE,
                day(day));
    }

    private Appended put(HardshipDeclared event) {
        return village.put("Division-" + event.of().divisionId(), event);
    }

    @Test
    void years_of_drought_count_with_a_programme_and_without_one() {
        put(hardship(HardshipKind.DROUGHT, 2010, "02-01"));
        put(hardship(HardshipKind.DROUGHT, 2011, "02-01"));
        put(hardship(HardshipKind.FROST, 2009, "02-01"));
        long before = put(hardship(HardshipKind.DROUGHT, 2012, "02-20")).position();
        long late = put(hardship(HardshipKind.DROUGHT, 2009, "01-10")).position();
        String programme = village.programme.toString();
        assertThat(village.figure("M30", "2012-02-19", before)).isEqualTo("2");
        assertThat(village.figure("M30", "2012-02-20", before)).isEqualTo("3");
        assertThat(village.figure("M30", "2012-02-20", before, "programme", programme))
                .isEqualTo("3");
        assertThat(village.figure("M30", "2012-01-31", before)).isEqualTo("0");
        assertThat(village.figure("M30", "2012-01-31", late)).isEqualTo("1");
        assertThat(village.figure("M30", "2012-02-20", late, "programme", programme))
                .isEqualTo("4");
        assertThat(village.figureIn(village.id, "M30", "2012-02-20", late)).isEqualTo("0");
    }

    @Test
    void a_year_declared_of_two_places_counts_once() {
        put(hardship(HardshipKind.DROUGHT, 2012, "02-01"));
        HardshipDeclared there = new HardshipDeclared(
                new Place(village.id), village.id("there"), HardshipKind.DROUGHT, 2012, null, day("02-02"));
        var at = put(there);
        assertThat(village.figure("M30", "2012-02-20", at.position())).isEqualTo("1");
        assertThat(village.figureIn(village.id, "M30", "2012-02-20", at.position()))
                .isEqualTo("1");
    }

    @Test
    void a_voided_drought_takes_its_year_back() {
        HardshipDeclared drought = hardship(HardshipKind.DROUGHT, 2012, "02-01");
        var at = put(drought);
        assertThat(state(drought, at.position())).isEqualTo("DROUGHT 2012 SEVERE 2012-02-01");
        long voided = village.voids(at, drought).position();
        assertThat(village.figure("M30", "2012-02-20", voided)).isEqualTo("0");
        assertThat(village.figure("M30", "2012-02-20", voided - 1)).isEqualTo("1");
        assertThat(state(drought, voided)).isEqualTo("VOIDED");
        assertThat(village.state("Division", village.county, "2012-02-20", voided, "code", "name"))
                .isEqualTo(village.county + " 沾益县");
        assertThat(village.timeline("divisions", village.county)).contains("2012年受灾：旱灾", "撤销：2012年受灾：旱灾");
        assertThat(village.timeline("hardships", drought.declarationId())).hasSize(2);
    }

    @Test
    void a_corrected_hardship_is_as_hard_as_last_said_and_counts_as_before() {
        HardshipDeclared severe = hardship(HardshipKind.DROUGHT, 2012, "02-01");
        HardshipDeclared light = of(severe, HardshipSeverity.LIGHT);
        HardshipDeclared moderate = of(severe, HardshipSeverity.MODERATE);
        var at = put(severe);
        long once = village.corrects(at, severe, light).position();
        long twice = village.corrects(at, light, moderate).position();
        assertThat(state(severe, at.position())).isEqualTo("DROUGHT 2012 SEVERE 2012-02-01");
        assertThat(state(severe, once)).isEqualTo("DROUGHT 2012 LIGHT 2012-02-01");
        assertThat(state(severe, twice)).isEqualTo("DROUGHT 2012 MODERATE 2012-02-01");
        assertThat(village.figure("M30", "2012-02-20", twice)).isEqualTo("1");
        assertThat(village.figure("M30", "2012-01-31", twice)).isEqualTo("0");
        assertThat(village.timeline("hardships", severe.declarationId()))
                .containsExactlyInAnyOrder("2012年受灾：旱灾", "更正2012年灾情：旱灾，程度轻", "更正2012年灾情：旱灾，程度中");
        assertThat(village.timelineInEnglish("divisions", village.county))
                .contains("The hardship of 2012 corrected: drought, light");
        long voided = village.voids(at, moderate).position();
        assertThat(village.figure("M30", "2012-02-20", voided)).isEqualTo("0");
        assertThat(state(severe, voided)).isEqualTo("VOIDED");
        assertThat(state(severe, twice)).isEqualTo("DROUGHT 2012 MODERATE 2012-02-01");
    }

    private static HardshipDeclared of(HardshipDeclared e, HardshipSeverity severity) {
        return new HardshipDeclared(e.of(), e.declarationId(), e.kind(), e.year(), severity, e.occurredOn());
    }

    private String state(HardshipDeclared of, long knownAt) {
        return village.state(
                "Hardship", of.declarationId(), "2012-02-20", knownAt, "kind", "year", "severity", "declaredOn");
    }
}
